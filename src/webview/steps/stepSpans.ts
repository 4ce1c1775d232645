import { stepKinds, type StepKind } from "../../core/steps/step.ts";

/** What of a step the overview shows. */
interface SpanStep {
  readonly kind: StepKind;
  readonly text: string;
  readonly closedAt?: number;
  readonly doubts?: true;
}

/** Neighbouring steps that the overview shows as one piece; mostly it is a single one. */
export interface StepSpan {
  /** Numbers of its first and last step. */
  from: number;
  to: number;
  /** Characters, at least one a step. */
  length: number;
  /** What most of its text does. */
  kind: StepKind;
  doubts: boolean;
  lengths: Partial<Record<StepKind, number>>;
}

/**
 * The steps of a run in order, in a bounded number of spans: once there are more steps than that, small neighbours
 * are joined. Reading a run that has grown costs what is new.
 */
export class StepSpans {
  readonly spans: StepSpan[] = [];
  readonly #most: number;
  /** Steps shorter than this are joined with small neighbours. */
  #small = 0;
  /** So many steps were closed when last read and change no more. */
  #closed = 0;

  /** `most` is at least 2. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Takes what is new; returns the index of the first span that may differ now. */
  read(steps: readonly SpanStep[]): number {
    let last = this.spans.at(-1);
    while (last && last.to > this.#closed) {
      this.spans.pop();
      last = this.spans.at(-1);
    }
    const first = this.spans.length;
    this.#addFrom(last?.to ?? 0, steps);
    while (steps[this.#closed]?.closedAt !== undefined) this.#closed++;
    if (this.spans.length <= this.#most) return Math.max(0, first - 1);
    this.#join(steps);
    return 0;
  }

  /** Joins until there is room for some more; two neighbours exceed `#small` together, so that this ends. */
  #join(steps: readonly SpanStep[]): void {
    const whole = this.spans.reduce((sum, { length }) => sum + length, 0);
    this.#small = Math.max(this.#small, whole / this.#most / 2);
    do this.#small *= 1.3;
    while (countAt(this.#small, steps) > this.#most * 0.8);
    this.spans.length = 0;
    this.#addFrom(0, steps);
  }

  #addFrom(start: number, steps: readonly SpanStep[]): void {
    for (let index = start; index < steps.length; index++) {
      const step = steps[index];
      if (step) this.#add(index + 1, step);
    }
  }

  #add(number: number, { kind, text, doubts: doubt }: SpanStep): void {
    const doubts = doubt === true;
    const length = lengthOf(text);
    const last = this.spans.at(-1);
    if (!last || last.length >= this.#small || length >= this.#small) {
      this.spans.push({ from: number, to: number, length, kind, doubts, lengths: { [kind]: length } });
      return;
    }
    last.to = number;
    last.length += length;
    last.doubts ||= doubts;
    last.lengths[kind] = (last.lengths[kind] ?? 0) + length;
    last.kind = longestOf(last.lengths);
  }
}

const lengthOf = (text: string) => Math.max(1, text.length);

/** How many spans there would be, without making any. */
function countAt(small: number, steps: readonly SpanStep[]): number {
  let count = 0;
  let last = small;
  for (const { text } of steps) {
    const length = lengthOf(text);
    const joins = last < small && length < small;
    last = joins ? last + length : length;
    if (!joins) count++;
  }
  return count;
}

function longestOf(lengths: StepSpan["lengths"]): StepKind {
  const of = (kind: StepKind) => lengths[kind] ?? 0;
  return stepKinds.reduce((longest, kind) => (of(kind) > of(longest) ? kind : longest));
}
