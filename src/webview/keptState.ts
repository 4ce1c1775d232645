import { stepKinds } from "../core/steps/step.ts";
import { protocolVersion } from "../protocol.ts";

/** What a reader may ask to see of the steps: those of a kind, that doubt an earlier result, or that were judged wrong. */
const stepWishes = [...stepKinds, "doubts", "wrong"] as const;
export type StepWish = (typeof stepWishes)[number];

/** What the reader's side keeps while the page is thrown away; all else comes again from the host. */
interface KeptState {
  version: number;
  /** The run that folds and scroll belong to. */
  run: string;
  /** What the reader chose for all steps at once, if anything. */
  all: "auto" | "expanded" | "collapsed";
  /** Step number and whether the reader opened it. */
  touched: [number, boolean][];
  /** Phases the reader folded, by the number of their first step. */
  foldedPhases: number[];
  /** None shows all steps. */
  filter: StepWish[];
  scroll: number;
  following: boolean;
  draft: string;
  /** What was looked for last, and how. */
  find: string;
  matchCase: boolean;
  /** The reasoning is shown as it came, not as Markdown. */
  raw: boolean;
}

/** What begins anew with another run. */
export const nothingOfRun = {
  run: "",
  all: "auto",
  touched: [],
  foldedPhases: [],
  filter: [],
  scroll: 0,
  following: true,
} satisfies Partial<KeptState>;

const nothingKept: KeptState = {
  ...nothingOfRun,
  version: protocolVersion,
  draft: "",
  find: "",
  matchCase: false,
  raw: false,
};

/** What was kept, or nothing when it is of another version or damaged. */
export function readKept(value: unknown): KeptState {
  return isKept(value) ? value : nothingKept;
}

function isKept(value: unknown): value is KeptState {
  if (typeof value !== "object" || value === null) return false;
  const kept: Record<string, unknown> = { ...value };
  return (
    kept.version === protocolVersion &&
    typeof kept.run === "string" &&
    (kept.all === "auto" || kept.all === "expanded" || kept.all === "collapsed") &&
    Array.isArray(kept.touched) &&
    kept.touched.every(isTouch) &&
    Array.isArray(kept.foldedPhases) &&
    kept.foldedPhases.every((from) => typeof from === "number") &&
    Array.isArray(kept.filter) &&
    kept.filter.every((wish) => stepWishes.some((known) => known === wish)) &&
    typeof kept.scroll === "number" &&
    typeof kept.following === "boolean" &&
    typeof kept.draft === "string" &&
    typeof kept.find === "string" &&
    typeof kept.matchCase === "boolean" &&
    typeof kept.raw === "boolean"
  );
}

function isTouch(value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === "number" && typeof value[1] === "boolean";
}

/** Keeps the newest state, not more often than four times a second; `flush` writes at once. */
export interface Keeper {
  readonly state: Readonly<KeptState>;
  keep(part: Partial<KeptState>): void;
  flush(): void;
}

export function createKeeper(first: KeptState, write: (state: KeptState) => void): Keeper {
  let state = first;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    write(state);
  };
  return {
    get state() {
      return state;
    },
    keep(part) {
      state = { ...state, ...part };
      timer ??= setTimeout(flush, 250);
    },
    flush,
  };
}
