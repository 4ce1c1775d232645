import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Change } from "../../src/core/run/change.ts";
import { journalLines } from "../../src/core/run/journal.ts";
import { createRunStore, newRunId } from "../../src/host/runStore.ts";
import { runHead } from "../support/runHead.ts";

let folder: string;
before(async () => (folder = await mkdtemp(join(tmpdir(), "cot-runs-"))));
after(() => rm(folder, { recursive: true, force: true }));

function begin(id: string): Change {
  return { op: "begin", version: 1, run: runHead({ id }) };
}

const answer = (text: string): Change => ({ op: "growAnswer", text });

test("a run is appended line by line, whole after every append, and found again as the newest", async () => {
  const store = createRunStore(join(folder, "a"), () => assert.fail("nothing is wrong"));
  for (const id of ["1", "2"]) {
    store.append(id, [begin(id)]);
    store.append(id, [answer("Yes"), answer(", indeed.")]);
    store.append(id, [{ op: "status", status: { state: "done", finish: "stop" }, at: 9 }]);
  }
  const record = await store.newest();
  assert.equal(record?.head.id, "2");
  assert.equal(record?.answer, "Yes, indeed.");
  const text = await readFile(join(folder, "a", "2.cot.jsonl"), "utf8");
  assert.equal(text.split("\n").length, 5);
});

test("a journal that is damaged beyond reading gives way to the one before it", async () => {
  const store = createRunStore(join(folder, "a"), () => {});
  await writeFile(join(folder, "a", "3.cot.jsonl"), "\u0000 nonsense");
  assert.equal((await store.newest())?.head.id, "2");
});

test("only the newest two hundred runs are kept", async () => {
  const store = createRunStore(join(folder, "b"), () => {});
  const ids = Array.from({ length: 205 }, (_, index) => `run-${String(index).padStart(3, "0")}`);
  for (const id of ids) store.append(id, [begin(id)]);
  await store.settled();
  assert.deepEqual(
    (await readdir(join(folder, "b"))).toSorted(),
    ids.slice(5).map((id) => `${id}.cot.jsonl`),
  );
});

test("a disk that refuses is told once a run, and nothing throws", async () => {
  await writeFile(join(folder, "file"), "");
  const told: string[] = [];
  const store = createRunStore(join(folder, "file", "runs"), (id) => told.push(id));
  for (const id of ["x", "x", "y"]) store.append(id, [begin(id)]);
  await store.settled();
  assert.deepEqual(told, ["x", "y"]);
  assert.equal(await store.newest(), undefined);
});

test("ids sort as the runs began and are file names everywhere", () => {
  const times = ["2026-01-09T23:59:59.999Z", "2026-01-10T00:00:00.000Z", "2026-11-23T10:15:00.123Z"];
  const ids = times.map((time, index) => newRunId(new Date(time), `${9 - index}f00ba12-aaaa`));
  assert.deepEqual(ids.toSorted(), ids);
  for (const id of ids) assert.match(id, /^[\w-]+$/);
});

test("what is added to an earlier session's journal is read, although a crash cut its last line", async () => {
  const step = { step: 1, title: "Own", kind: "explore" } as const;
  const opened: Change[] = [begin("1"), { op: "openStep", ...step, carry: 0, at: 0 }];
  await mkdir(join(folder, "cut"));
  await writeFile(join(folder, "cut", "1.cot.jsonl"), `${journalLines(opened)}{"op":"grow`);
  const store = createRunStore(join(folder, "cut"), () => assert.fail("nothing is wrong"));
  store.append("1", [{ op: "retitle", titles: [[1, "Read the loop"]] }]);
  store.append("1", [{ op: "retitle", titles: [[1, "Read it again"]] }]);
  assert.equal((await store.newest())?.steps[0]?.modelTitle, "Read it again");
});
