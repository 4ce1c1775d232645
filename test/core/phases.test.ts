import assert from "node:assert/strict";
import { test } from "node:test";
import { createPhases, type PhaseStep } from "../../src/core/steps/phases.ts";
import { stepKinds, type Phase, type StepKind } from "../../src/core/steps/step.ts";

function step(number: number, kind: StepKind, more: Partial<PhaseStep> = {}): PhaseStep {
  return { number, kind, title: `${kind} ${number}`, retries: false, ...more };
}

/** Kinds as they may come, the same for the same seed. */
function randomSteps(count: number, seed: number): PhaseStep[] {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >>> 16) % below;
  };
  return Array.from({ length: count }, (_, index) =>
    step(index + 1, stepKinds[next(stepKinds.length)] ?? "compute", {
      retries: next(9) === 0,
      ...(next(7) === 0 && { doubts: true }),
    }),
  );
}

function listsOf(steps: readonly PhaseStep[]): Phase[][] {
  const phases = createPhases();
  return steps.map(phases.close).filter((list) => list !== undefined);
}

test("a short trace has no phases", () => {
  assert.deepEqual(listsOf(randomSteps(12, 1)), []);
});

test("whatever comes, phases are few, in order, and begin with the first step", () => {
  const bounds: readonly [steps: number, least: number, most: number][] = [
    [13, 2, 5],
    [20, 2, 5],
    [60, 3, 12],
    [150, 5, 12],
    [2_000, 5, 12],
  ];
  for (const [count, least, most] of bounds) {
    for (let seed = 1; seed <= 50; seed++) {
      const lists = listsOf(randomSteps(count, seed));
      const last = lists.at(-1) ?? [];
      assert.ok(last.length >= least, `${count} steps, seed ${seed}: ${last.length} phases`);
      for (const list of lists) {
        assert.ok(list.length <= most, `${count} steps, seed ${seed}: ${list.length} phases`);
        assert.equal(list[0]?.from, 1);
        list.forEach(({ from, title }, at) => {
          assert.ok(at === 0 || from > (list[at - 1]?.from ?? 0), JSON.stringify(list));
          assert.ok(title.length > 0 && title.length <= 60, title);
        });
      }
    }
  }
});

test("what is said again differs from what was said before", () => {
  const lists = listsOf(randomSteps(150, 3));
  lists.forEach((list, at) => assert.notDeepEqual(list, lists[at - 1]));
});

test("a phase that a reader may have folded stays, as long as there are not too many", () => {
  for (let seed = 1; seed <= 50; seed++) {
    const lists = listsOf(randomSteps(60, seed));
    lists.forEach((list, at) => {
      const starts = new Set(list.map(({ from }) => from));
      const gone = (lists[at - 1] ?? []).filter(({ from }) => !starts.has(from));
      assert.ok(gone.length <= 1 && (gone.length === 0 || list.length >= 5), `seed ${seed}`);
    });
  }
});

test("reading the task, an attempt, another after it failed, and the conclusion are phases", () => {
  const kinds: StepKind[] = ["frame", "frame", "plan", "compute", "compute", "compute", "check", "compute"];
  const steps = kinds.map((kind, index) => step(index + 1, kind));
  steps.push(step(9, "backtrack", { givesUp: 4 }), step(10, "plan"));
  for (let number = 11; number <= 16; number++) steps.push(step(number, "compute"));
  steps.push(step(17, "conclude"));
  const phases = listsOf(steps).at(-1) ?? [];
  assert.deepEqual(phases, [
    { from: 1, title: "frame 1" },
    { from: 3, title: "plan 3" },
    { from: 9, title: "plan 10" },
    { from: 17, title: "conclude 17" },
  ]);
});
