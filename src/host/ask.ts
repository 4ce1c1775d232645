/** One of the answers to pick from. */
export interface Choice<T> {
  label: string;
  description?: string;
  detail?: string;
  /** Stays in sight whatever the reader types to filter. */
  always?: boolean;
  value: T;
}

/** A line between choices that says what those below it are. */
export interface Heading {
  heading: string;
}

interface Typing {
  title: string;
  prompt: string;
  value?: string;
  placeholder?: string;
  secret?: boolean;
  /** What is wrong with the text, if anything; an empty one is never taken. */
  fault?: (text: string) => string | undefined;
}

/** The questions that can be put to the reader, one at a time; undefined always means that they left it. */
export interface Ask {
  pick<T>(
    question: { title: string; hint: string },
    choices: readonly (Choice<T> | Heading)[] | Promise<readonly (Choice<T> | Heading)[]>,
  ): Promise<T | undefined>;
  /** Resolves to the text without the blanks around it. */
  type(typing: Typing): Promise<string | undefined>;
  /** A decision that cannot be passed over, with the reasons for it. */
  decide<T>(
    question: { message: string; detail: string },
    choices: readonly Choice<T>[],
  ): Promise<T | undefined>;
  /** Shows that `work` goes on; its signal aborts when the reader stops it. */
  during<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  tell(message: string): void;
}
