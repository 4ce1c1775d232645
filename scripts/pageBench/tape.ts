/** What can be told over a tape: a chunk of the stream, its end, a whole run to keep, and to show that run. */
const tapeKinds = ["reasoning", "answer", "end", "keep", "show"] as const;
export type TapeKind = (typeof tapeKinds)[number];

const headUnits = 3;
const unit = 0x10000;

/** Room for several million characters; a tape is written once and never turned over. */
export const tapeBytes = 4 + 2 * 8_000_000;

const counterOf = (tape: SharedArrayBuffer) => new Int32Array(tape, 0, 1);
const unitsOf = (tape: SharedArrayBuffer) => new Uint16Array(tape, 4);

/** How often the reader looks, in milliseconds: to be woken for each chunk would cost the page more than to draw it. */
const look = 1;

/** Hands texts to another thread at the cost of copying them: a message for each chunk would be measured too. */
export function tapeWriter(tape: SharedArrayBuffer): (kind: TapeKind, text?: string) => void {
  const counter = counterOf(tape);
  const units = unitsOf(tape);
  let at = 0;
  return (kind, text = "") => {
    units[at] = tapeKinds.indexOf(kind);
    units[at + 1] = Math.floor(text.length / unit);
    units[at + 2] = text.length % unit;
    at += headUnits;
    for (let from = 0; from < text.length; from++) units[at + from] = text.charCodeAt(from);
    at += text.length;
    Atomics.store(counter, 0, at);
  };
}

/** The other end: `next` gives nothing when all is read, `wait` blocks for a moment, and never longer than it is told. */
export function tapeReader(tape: SharedArrayBuffer): {
  next: () => { kind: TapeKind; text: string } | undefined;
  wait: (milliseconds: number) => void;
} {
  const counter = counterOf(tape);
  const units = unitsOf(tape);
  let at = 0;
  return {
    next() {
      if (at >= Atomics.load(counter, 0)) return undefined;
      const [which = 0, high = 0, low = 0] = units.subarray(at, at + headUnits);
      const from = at + headUnits;
      at = from + high * unit + low;
      return { kind: tapeKinds[which] ?? "end", text: textOf(units, from, at) };
    },
    wait: (milliseconds) => void Atomics.wait(counter, 0, at, Math.min(milliseconds, look)),
  };
}

function textOf(units: Uint16Array, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at += 8192)
    text += String.fromCharCode(...units.subarray(at, Math.min(to, at + 8192)));
  return text;
}
