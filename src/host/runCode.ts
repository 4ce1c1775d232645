import { EventEmitter, workspace, type Disposable, type Event, type TextDocument } from "vscode";
import type { CodeContext } from "../core/ask/codeContext.ts";
import { linesNamed } from "../core/code/linesNamed.ts";
import { SentLines, type Lines } from "../core/code/sentLines.ts";
import { codeOf } from "../core/run/codeOf.ts";
import type { RunRecord, StepRecord } from "../core/run/runRecord.ts";
import type { Runs } from "./runs.ts";
import type { ShownRun } from "./stage.ts";

/** The run that is read, and the code it is about as it stands in its document now. */
export interface RunCode extends Disposable {
  /** The run that the viewers show, unless the reader has turned to another one since. */
  readonly record: Readonly<RunRecord> | undefined;
  /** From a run that the viewers show the reader turns to that of a file, or back. */
  turnTo(run: Pick<ShownRun, "record"> | undefined): void;
  /** Another run is read, or none, or the code's document was closed: what was said of the one before is void. */
  readonly onLeave: Event<void>;
  /** A step was closed or titled anew, or the code's document has changed. */
  readonly onChange: Event<void>;
  /** The lines of a document that a step, counted from 1, speaks of; none where they are no longer as they were sent. */
  linesOf(step: number, document: TextDocument): Lines[];
  /** The same for all steps, those that speak of nothing left out. */
  stepsAbout(document: TextDocument): StepLines[];
}

export interface StepLines extends Lines {
  step: number;
}

type ShownRuns = Pick<Runs, "shown" | "onChanges">;

export function followRunCode(runs: ShownRuns): RunCode {
  const left = new EventEmitter<void>();
  const changed = new EventEmitter<void>();
  /** Those of closed steps, which no longer change. */
  const named = new WeakMap<Readonly<StepRecord>, Lines[]>();
  let record: Readonly<RunRecord> | undefined;
  let code: CodeContext | undefined;
  let sent: SentLines | undefined;
  /** The version of the document in which the code was looked for last. */
  let sought: number | undefined;

  const isAbout = ({ uri }: TextDocument) => uri.toString() === code?.uri;

  const seek = (document: TextDocument) => {
    if (!sent && code && sought !== document.version) sent = SentLines.find(code, document);
    sought = document.version;
  };

  const turnTo = (run: Pick<ShownRun, "record"> | undefined) => {
    if (run?.record === record) return;
    record = run?.record;
    const next = record && codeOf(record.head);
    // A follow-up knows of edits since the code was sent what the question before it knew.
    if (!isSame(code, next)) sent = undefined;
    code = next;
    sought = undefined;
    const document = workspace.textDocuments.find(isAbout);
    if (document) seek(document);
    left.fire();
  };

  const namedBy = (step: Readonly<StepRecord>, about: CodeContext): Lines[] => {
    const lines = named.get(step) ?? linesNamed(step.text, about);
    if (step.closedAt !== undefined) named.set(step, lines);
    return lines;
  };

  const linesOf = (number: number, document: TextDocument): Lines[] => {
    const step = record?.steps[number - 1];
    if (!step || !code || !isAbout(document)) return [];
    seek(document);
    return namedBy(step, code).flatMap((lines) => sent?.now(lines, document) ?? []);
  };

  const parts: Disposable[] = [
    left,
    changed,
    runs.onChanges(({ changes, reset }) => {
      if (reset) void runs.shown().then(turnTo);
      else if (changes.some(({ op }) => op === "closeStep" || op === "retitle")) changed.fire();
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isAbout(document) || contentChanges.length === 0) return;
      sent?.follow(contentChanges, document);
      changed.fire();
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (!isAbout(document)) return;
      sent = sought = undefined;
      left.fire();
    }),
  ];
  void runs.shown().then(turnTo);

  return {
    get record() {
      return record;
    },
    turnTo,
    onLeave: left.event,
    onChange: changed.event,
    linesOf,
    stepsAbout: (document) =>
      isAbout(document)
        ? (record?.steps ?? []).flatMap((_, index) =>
            linesOf(index + 1, document).map((lines) => ({ ...lines, step: index + 1 })),
          )
        : [],
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}

function isSame(one: CodeContext | undefined, other: CodeContext | undefined): boolean {
  return one?.uri === other?.uri && one?.startLine === other?.startLine && one?.text === other?.text;
}
