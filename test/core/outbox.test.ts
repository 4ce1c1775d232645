import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change } from "../../src/core/run/change.ts";
import { createOutbox } from "../../src/core/run/outbox.ts";

function clockwork() {
  const posts: Change[][] = [];
  let tasks: (() => void)[] = [];
  const outbox = createOutbox({
    post: (changes) => posts.push(changes),
    interval: 16,
    schedule: (task) => {
      tasks.push(task);
      return () => (tasks = tasks.filter((each) => each !== task));
    },
  });
  const tick = () => {
    const due = tasks;
    tasks = [];
    for (const task of due) task();
  };
  return { outbox, posts, tick, waiting: () => tasks.length };
}

const grow = (text: string): Change => ({ op: "growAnswer", text });

test("the first change goes at once, the rest once an interval, joined and in order", () => {
  const { outbox, posts, tick } = clockwork();
  outbox.add([grow("a")]);
  assert.deepEqual(posts, [[grow("a")]]);
  outbox.add([grow("b")]);
  outbox.add([grow("c"), { op: "status", status: { state: "stopped" }, at: 1 }, grow("d")]);
  assert.equal(posts.length, 1);
  tick();
  assert.deepEqual(posts[1], [grow("bc"), { op: "status", status: { state: "stopped" }, at: 1 }, grow("d")]);
});

test("after an interval without changes nothing is scheduled, and the next change goes at once", () => {
  const { outbox, posts, tick, waiting } = clockwork();
  outbox.add([grow("a")]);
  tick();
  assert.equal(waiting(), 0);
  outbox.add([]);
  assert.equal(posts.length, 1);
  outbox.add([grow("b")]);
  assert.deepEqual(posts.at(-1), [grow("b")]);
});

test("a flush posts what waits, once", () => {
  const { outbox, posts, tick } = clockwork();
  outbox.add([grow("a")]);
  outbox.add([grow("b")]);
  outbox.flush();
  outbox.flush();
  tick();
  assert.deepEqual(posts, [[grow("a")], [grow("b")]]);
});

test("disposed, it leaves no task and posts no more", () => {
  const { outbox, posts, tick, waiting } = clockwork();
  outbox.add([grow("a")]);
  outbox.add([grow("b")]);
  outbox.dispose();
  assert.equal(waiting(), 0);
  tick();
  assert.deepEqual(posts, [[grow("a")]]);
});
