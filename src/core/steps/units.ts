/**
 * What a UTF-16 unit is to words and sentences: the lower case of a letter or digit, which is more than any of these,
 * or else one of these.
 */
export const unit = {
  plain: 0,
  line: 1,
  space: 2,
  cjk: 3,
  /** Joins two letters to one word. */
  joint: 4,
  /** From here on units may stand between a stop and the end of its sentence. */
  closer: 5,
  jointCloser: 6,
  latinStop: 7,
  cjkStop: 8,
} as const;

/** Letters and digits are more than this. */
export const lastMark = 0x2f;

/** One look-up a unit, as all of a trace goes through it. */
export const units = new Uint16Array(0x10000);

for (let code = 0xc0; code < 0xff00; code++) if (code < 0x2000 || code > 0x303f) units[code] = code;
units.fill(unit.cjk, 0x3400, 0xa000);
const letters = "abcdefghijklmnopqrstuvwxyz";
mark(letters + "0123456789", codeOf);
mark(letters.toUpperCase(), (letter) => codeOf(letter.toLowerCase()));
mark("\n", () => unit.line);
mark(" \t\r\u00a0", () => unit.space);
mark("-", () => unit.joint);
mark("'’", () => unit.jointCloser);
mark('"”)*_」』）】', () => unit.closer);
mark(".!?…", () => unit.latinStop);
mark("。！？", () => unit.cjkStop);

/** What may end a sentence says so here, all other units 0: a byte each, as this is looked up for every unit. */
export const ends = Uint8Array.from(units, (kind) =>
  kind === unit.line || kind === unit.latinStop || kind === unit.cjkStop ? kind : 0,
);

function mark(characters: string, to: (character: string) => number): void {
  for (const character of characters) units[codeOf(character)] = to(character);
}

export function codeOf(character: string): number {
  return character.charCodeAt(0);
}

export function isCjk(code: number): boolean {
  return units[code] === unit.cjk;
}
