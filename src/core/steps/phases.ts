import type { Phase, StepKind, StepMarks } from "./step.ts";
import { statesOnly } from "./saying.ts";
import { unnamedTitle } from "./step.ts";

/** What the grouping must know of a closed step. */
export interface PhaseStep extends StepMarks {
  number: number;
  title: string;
  kind: StepKind;
  /** It says that it tries again in another way. */
  retries: boolean;
}

/** Groups the steps of a long trace. */
export interface Phases {
  /** Gives the new list when it changed. */
  close(step: PhaseStep): Phase[] | undefined;
}

/** A trace of so few steps needs no phases. */
const mostSteps = 12;

interface Group {
  from: number;
  title: string;
  /** How much its first step looks like the beginning of a phase. */
  strength: number;
  /** How well its title stands for the whole. */
  worth: number;
}

const roles: Record<StepKind, "understand" | "attempt" | "check" | "conclude"> = {
  frame: "understand",
  recall: "attempt",
  plan: "attempt",
  explore: "attempt",
  compute: "attempt",
  backtrack: "attempt",
  check: "check",
  conclude: "conclude",
};

/** How well a step's title names its phase. */
const titleWorth: Record<StepKind, number> = {
  frame: 2,
  plan: 4,
  recall: 2,
  explore: 4,
  compute: 3,
  backtrack: 1,
  check: 3,
  conclude: 3,
};
/** A phase is named after what is done in it rather than after something found. */
const stating = 2;
const threshold = 2;
/** The first step that does something after the task was read is where the work begins. */
const workBegins = 2.2;
const pressure = 1.6;
const titleFrom = 3;

export function createPhases(): Phases {
  const groups: Group[] = [];
  let before: PhaseStep | undefined;
  /** So far the task was only read. */
  let reading = true;
  let steps = 0;
  let said: readonly Group[] = [];
  /** Where the first phase would best end, should nothing else end it. */
  let likeliest: Group | undefined;

  function begin(step: PhaseStep): void {
    const length = steps - (groups.at(-1)?.from ?? 0);
    const begins = reading && before !== undefined && step.kind !== "frame";
    if (begins) reading = false;
    const strength = strengthOf(step, before) + (begins ? workBegins : 0);
    const due = pressure * (length / usualLength(steps) - 1);
    const open = groups.at(-1);
    const long = length >= shortest(steps);
    const likely = groups.length === 1 && long && strength >= (likeliest?.strength ?? strength);
    const opens = !open || (long && strength + due >= threshold);
    // Of most steps nobody asks how well their titles would do.
    if (!likely && !opens && length >= titleFrom) return;
    const group = { from: step.number, title: step.title, strength, worth: worthOf(step) };
    if (likely) likeliest = group;
    if (opens) {
      groups.push(group);
      if (groups.length > mostGroups(steps)) merge();
    } else if (length < titleFrom && group.worth > open.worth) {
      open.title = group.title;
      open.worth = group.worth;
    }
  }

  /** Joins the group that least looks like one with the group before it. */
  function merge(): void {
    let least = 1;
    const cost = (at: number) => {
      const [group, next, previous] = [groups[at], groups[at + 1], groups[at - 1]];
      if (!group || !previous) return Number.POSITIVE_INFINITY;
      const length = Math.min((next?.from ?? steps + 1) - group.from, group.from - previous.from);
      return group.strength + length / usualLength(steps);
    };
    for (let at = 2; at < groups.length - 1; at++) if (cost(at) < cost(least)) least = at;
    groups.splice(least, 1);
  }

  function list(): Phase[] | undefined {
    if (steps <= mostSteps) return undefined;
    if (groups.length === 1 && likeliest) groups.push(likeliest);
    const same =
      groups.length === said.length &&
      groups.every(({ from, title }, at) => said[at]?.from === from && said[at]?.title === title);
    if (same) return undefined;
    said = groups.map((group) => ({ ...group }));
    return groups.map(({ from, title }) => ({ from, title }));
  }

  return {
    close(step) {
      steps++;
      begin(step);
      before = step;
      return list();
    },
  };
}

function strengthOf(step: PhaseStep, before: PhaseStep | undefined): number {
  if (!before) return 3;
  let strength = 0;
  const [role, previous] = [roles[step.kind], roles[before.kind]];
  if (step.givesUp !== undefined || step.kind === "backtrack") strength += 2;
  if (before.kind === "backtrack" && role === "attempt") strength += 1.5;
  if (step.retries) strength += 1.2;
  if (role !== previous) strength += role === "conclude" ? 1.2 : 1;
  if (step.kind === "plan" && before.kind !== "plan") strength += 0.8;
  if (step.doubts) strength -= 0.5;
  return strength;
}

function worthOf({ kind, title, doubts }: PhaseStep): number {
  if (title === unnamedTitle) return 0;
  return titleWorth[kind] - (doubts ? 1.5 : 0) - (statesOnly(title) ? stating : 0);
}

/** 13 steps read as 2 to 5 phases, 150 as 5 to 12. */
function mostGroups(steps: number): number {
  return steps <= 20 ? 5 : Math.min(12, 5 + Math.ceil((steps - 20) / 12));
}

function usualLength(steps: number): number {
  return Math.max(5, steps / (mostGroups(steps) * 0.7));
}

function shortest(steps: number): number {
  return steps <= 40 ? 2 : 3;
}
