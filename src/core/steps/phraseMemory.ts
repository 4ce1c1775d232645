import type { Votes } from "./votes.ts";

/** Phrases remembered at most: about 800,000 characters of reasoning. */
const mostPlaces = 1 << 17;
const firstPlaces = 1 << 11;
const growth = 4;
/** A phrase stands in one of so many places side by side, so that a look-up is short however full the memory is. */
const bucket = 4;
/** A place holds a phrase, the first and the last step that had it, and nothing, so that a bucket is a cache line. */
const width = 4;
const span = bucket * width;

/**
 * Remembers for each phrase the first and the last step that had it; what was not said for longest gives way.
 * A class, since every word of a trace goes through its fields.
 */
export class PhraseMemory {
  private places = new Int32Array(firstPlaces * width);
  /** What `bringNear` read; it stands here only so that no engine leaves the reading out. */
  near = 0;
  private kept = 0;

  has(phrase: number): boolean {
    return this.placeOf(phrase) >= 0;
  }

  /**
   * Keeps a phrase of a step, counting a vote for the first and the last step that had it before.
   * Gives false when this step had it already.
   */
  keep(phrase: number, step: number, votes?: Votes): boolean {
    const at = this.placeOf(phrase);
    if (at < 0) {
      this.add(phrase, step);
      return true;
    }
    const { places } = this;
    const last = places[at + 2] ?? 0;
    if (last === step) return false;
    places[at + 2] = step;
    if (votes) {
      const first = places[at + 1] ?? 0;
      votes.add(first);
      if (last !== first) votes.add(last);
    }
    return true;
  }

  /** Reads the places of the first `count` phrases at once: looked up one by one, each would be waited for. */
  bringNear(phrases: Int32Array, count: number): void {
    const { places } = this;
    let near = 0;
    for (let at = 0; at < count; at++) near |= places[bucketOf(phrases[at] ?? 0, places.length)] ?? 0;
    this.near = near;
  }

  private placeOf(phrase: number): number {
    const { places } = this;
    const from = bucketOf(phrase, places.length);
    for (let at = from; at < from + span; at += width) {
      if (places[at] === phrase && places[at + 1] !== 0) return at;
    }
    return -1;
  }

  private add(phrase: number, step: number): void {
    const { length } = this.places;
    if (this.kept * width * 2 > length && length < mostPlaces * width) this.grow();
    this.kept++;
    const at = roomFor(this.places, phrase);
    this.places[at + 1] = step;
    this.places[at + 2] = step;
  }

  private grow(): void {
    const before = this.places;
    this.places = new Int32Array(Math.min(before.length * growth, mostPlaces * width));
    for (let from = 0; from < before.length; from += width) {
      if (before[from + 1] === 0) continue;
      const at = roomFor(this.places, before[from] ?? 0);
      this.places.set(before.subarray(from + 1, from + width), at + 1);
    }
  }
}

/** Gives a phrase the first free place, or that of the phrase that was not said for longest. */
function roomFor(places: Int32Array, phrase: number): number {
  const from = bucketOf(phrase, places.length);
  let best = from;
  for (let at = from; at < from + span; at += width) {
    if ((places[at + 2] ?? 0) < (places[best + 2] ?? 0)) best = at;
  }
  places[best] = phrase;
  return best;
}

function bucketOf(phrase: number, length: number): number {
  const mixed = Math.imul(phrase ^ (phrase >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 15)) & (length - span);
}
