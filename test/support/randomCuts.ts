/** Cuts a text into pieces of 0 to 23 units; the same seed gives the same pieces. */
export function randomCuts(text: string, seed: number): string[] {
  const pieces: string[] = [];
  let state = seed;
  for (let at = 0; at < text.length;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    const length = (state >>> 16) % 24;
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}
