import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Change } from "../../src/core/run/change.ts";
import { journalLines } from "../../src/core/run/journal.ts";
import { headOf } from "../../src/host/runHead.ts";
import { createRunStore, newRunId } from "../../src/host/runStore.ts";
import { runHead } from "../support/runHead.ts";

let folder: string;
before(async () => (folder = await mkdtemp(join(tmpdir(), "cot-list-"))));
after(() => rm(folder, { recursive: true, force: true }));

const storeIn = (name: string) =>
  createRunStore(join(folder, name), (id, error) => assert.fail(`${id}: ${String(error)}`));
const begin = (id: string): Change => ({ op: "begin", version: 1, run: runHead({ id }) });
const done: Change = { op: "status", status: { state: "done", finish: "stop" }, at: 9 };

test("runs are listed newest first, with what is written of them a moment before", async () => {
  const store = storeIn("order");
  const ids = [9, 1, 30].map((minute) => newRunId(new Date(Date.UTC(2026, 10, 23, 10, minute)), "a1b2c3d4"));
  for (const id of ids) store.append(id, [begin(id), done]);
  const listed = (await store.list()).map(({ id, status }) => [id, status.state]);
  assert.deepEqual(
    listed,
    ids
      .toSorted()
      .toReversed()
      .map((id) => [id, "done"]),
  );
});

test("a run that was listed while it went on is listed as it ended", async () => {
  const store = storeIn("grows");
  store.append("run", [begin("run"), { op: "growAnswer", text: "Yes" }]);
  assert.equal((await store.list())[0]?.status.state, "cutOff");
  store.append("run", [done]);
  assert.equal((await store.list())[0]?.status.state, "done");
});

test("long journals are listed by their ends, with or without a long first line", async () => {
  const store = storeIn("long");
  const step = { step: 1, title: "Own", kind: "explore" } as const;
  const text = "long ".repeat(30_000);
  const steps: Change[] = [
    { op: "openStep", ...step, carry: 0, at: 1 },
    { op: "growStep", step: 1, text },
    { op: "closeStep", ...step, at: 5 },
  ];
  const end: Change[] = [{ op: "usage", usage: { completionTokens: 7 } }, done];
  store.append("plain", [begin("plain"), ...steps, ...end]);
  const endpoint = { name: "Own", baseUrl: "http://127.0.0.1/v1", model: "own", api: "chat" } as const;
  const run = { ...headOf(endpoint), intent: "ask", question: "What?", sent: text } as const;
  store.append(run.id, [{ op: "begin", version: 1, run }, ...steps, ...end]);
  store.append("answer", [begin("answer"), ...steps, { op: "growAnswer", text }, ...end]);
  const all = { status: done.op === "status" && done.status, took: 9, steps: 1, tokens: 7 };
  for (const { id, status, took, steps: count, tokens } of await store.list())
    assert.deepEqual({ status, took, steps: count, tokens }, all, id);
  const questions = (await store.list()).map(({ question }) => question);
  assert.deepEqual(questions, ["Why?", "Why?", "What?"]);
});

test("what is no run is passed over: damaged, empty, cut at once, a folder, a dead link, another run's name", async () => {
  const store = storeIn("hostile");
  store.append("good", [begin("good"), done]);
  await store.settled();
  const at = (name: string) => join(folder, "hostile", name);
  await mkdir(at("folder.cot.jsonl"));
  await symlink(at("nowhere"), at("link.cot.jsonl"));
  const line = journalLines([begin("good")]);
  const files: Record<string, string> = {
    "empty.cot.jsonl": "",
    "damaged.cot.jsonl": "\u0000{\n{\n",
    "cut.cot.jsonl": line.slice(0, -9),
    "copy.cot.jsonl": line,
    "..cot.jsonl": line,
    ".cot.jsonl": line,
    "a b.cot.jsonl": line,
    "good.txt": line,
    "huge.cot.jsonl": "[".repeat(300_000),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(at(name), text);
  assert.deepEqual(
    (await store.list()).map(({ id }) => id),
    ["good"],
  );
  assert.equal((await store.newest())?.head.id, "good");
  for (const id of ["copy", "folder", "../hostile/good", "", "gone"])
    assert.equal(await store.read(id), undefined, id);
});

test("a folder that is not there holds no runs", async () => {
  assert.deepEqual(await storeIn("missing").list(), []);
});

test("a run that is deleted is gone, and what is said of it later is not written", async () => {
  const store = storeIn("deleted");
  for (const id of ["a", "b"]) store.append(id, [begin(id), done]);
  await store.remove(["a", "../deleted/b", "gone"]);
  store.append("a", [{ op: "retitle", titles: [] }]);
  assert.deepEqual(
    (await store.list()).map(({ id }) => id),
    ["b"],
  );
  assert.equal(await store.read("a"), undefined);
  assert.equal((await store.read("b"))?.head.id, "b");
  assert.deepEqual(await readdir(join(folder, "deleted")), ["b.cot.jsonl"]);
});

test("nothing is written by a name that leads elsewhere", async () => {
  const store = storeIn("inside");
  store.append("../outside", [begin("../outside")]);
  await store.settled();
  assert.equal((await readdir(folder)).includes("outside.cot.jsonl"), false);
});

test("a journal that cannot be deleted is told, and the store goes on", async () => {
  const store = storeIn("stuck");
  await mkdir(join(folder, "stuck", "x.cot.jsonl"), { recursive: true });
  await assert.rejects(store.remove(["x"]));
  store.append("y", [begin("y")]);
  assert.deepEqual(
    (await store.list()).map(({ id }) => id),
    ["y"],
  );
});
