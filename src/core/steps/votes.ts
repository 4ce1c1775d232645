/** Counts votes for steps by their numbers. */
export class Votes {
  private counts = new Int32Array(64);
  private voted: number[] = [];

  add(step: number): void {
    if (step >= this.counts.length) this.grow(step);
    const count = this.counts[step] ?? 0;
    if (count === 0) this.voted.push(step);
    this.counts[step] = count + 1;
  }

  /** The step with the most votes, the first of several; from then on it counts anew. */
  take(): { step: number; count: number } {
    let best = { step: 0, count: 0 };
    for (const step of this.voted) {
      const count = this.counts[step] ?? 0;
      if (count > best.count || (count === best.count && step < best.step)) best = { step, count };
      this.counts[step] = 0;
    }
    this.voted = [];
    return best;
  }

  private grow(step: number): void {
    const before = this.counts;
    this.counts = new Int32Array(2 * step);
    this.counts.set(before);
  }
}
