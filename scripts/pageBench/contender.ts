/** What the driver knows of a page under measurement; `scroller`, `ownsScroll` and `virtual` are for other harnesses. */
export interface Contender {
  /** Called once for every chunk of the stream. */
  push(kind: StreamKind, text: string): void;
  /** The stream is complete. */
  end(): void;
  /** Makes ready what a host has at hand before a saved run is opened; not measured. */
  prepare(trace: Trace): Promise<void>;
  /** Shows the saved run. */
  load(): void;
  /** The last characters shown. */
  tail(length: number): string;
  readonly ready: Promise<void>;
  readonly scroller: HTMLElement;
  /** The page follows the stream by itself. */
  readonly ownsScroll: true;
  /** By design not all of the text is in the document. */
  readonly virtual: true;
}

export type StreamKind = "reasoning" | "answer";

export interface Trace {
  reasoning: string;
  answer: string;
}

declare global {
  interface Window {
    contender: Contender;
  }
}
