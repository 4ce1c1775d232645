/** What a page under measurement offers; the driver knows nothing else of it. */
export interface Contender {
  /** Called once for every chunk of the stream. */
  push(kind: StreamKind, text: string): void;
  /** The stream is complete. */
  end(): void;
  /** Makes ready what a host has at hand before a saved run is opened; not measured. */
  prepare?(trace: Trace): Promise<void>;
  /** Shows a saved run. */
  load?(trace: Trace): void;
  /** The last characters shown, where the end of the document is not the end of the text. */
  tail?(length: number): string;
  /** What scrolls, where it is not `#scroll`. */
  readonly scroller?: HTMLElement;
  /** The page follows the stream by itself. */
  ownsScroll?: true;
  /** By design not all of the text is in the document. */
  virtual?: true;
  ready?: Promise<void>;
}

export type StreamKind = "reasoning" | "answer";

export interface Trace {
  reasoning: string;
  answer: string;
}

declare global {
  interface Window {
    contender?: Contender;
  }
}
