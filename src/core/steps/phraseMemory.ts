/** Remembers for each phrase the first and the last step that had it; what was not said for long gives way. */
export interface PhraseMemory {
  /** The place of a phrase, or -1 when it is not remembered. */
  find(phrase: number): number;
  firstStep(place: number): number;
  lastStep(place: number): number;
  keep(phrase: number, step: number): void;
}

/** Phrases remembered at most: about 800,000 characters of reasoning. */
const mostSlots = 1 << 17;
const firstSlots = 1 << 11;
/** A phrase stands in one of so many places, so that a look-up costs the same however full the memory is. */
const probes = 4;

interface Slots {
  mask: number;
  phrases: Int32Array;
  first: Int32Array;
  last: Int32Array;
}

export function createPhraseMemory(): PhraseMemory {
  let slots = emptySlots(firstSlots);
  let kept = 0;

  function grow(): void {
    const before = slots;
    slots = emptySlots((before.mask + 1) * 2);
    for (let at = 0; at <= before.mask; at++) {
      const step = before.first[at] ?? 0;
      if (step > 0) place(slots, before.phrases[at] ?? 0, { first: step, last: before.last[at] ?? 0 });
    }
  }

  return {
    find: (phrase) => findIn(slots, phrase),
    firstStep: (at) => slots.first[at] ?? 0,
    lastStep: (at) => slots.last[at] ?? 0,
    keep(phrase, step) {
      const at = findIn(slots, phrase);
      if (at >= 0) {
        slots.last[at] = step;
        return;
      }
      if (kept * 2 > slots.mask && slots.mask + 1 < mostSlots) grow();
      kept++;
      place(slots, phrase, { first: step, last: step });
    },
  };
}

function emptySlots(length: number): Slots {
  const column = () => new Int32Array(length);
  return { mask: length - 1, phrases: column(), first: column(), last: column() };
}

function findIn({ mask, phrases, first }: Slots, phrase: number): number {
  for (let probe = 0; probe < probes; probe++) {
    const at = (spread(phrase) + probe) & mask;
    if (phrases[at] === phrase && first[at] !== 0) return at;
  }
  return -1;
}

/** Takes the first free place, or that of the phrase that was not said for longest. */
function place(
  { mask, phrases, first, last }: Slots,
  phrase: number,
  steps: { first: number; last: number },
): void {
  let best = spread(phrase) & mask;
  for (let probe = 0; probe < probes; probe++) {
    const at = (spread(phrase) + probe) & mask;
    if ((last[at] ?? 0) < (last[best] ?? 0)) best = at;
  }
  phrases[best] = phrase;
  first[best] = steps.first;
  last[best] = steps.last;
}

function spread(phrase: number): number {
  const mixed = Math.imul(phrase ^ (phrase >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
