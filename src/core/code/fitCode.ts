/** What stands where code is to go. */
export interface Slot {
  /** The text whose place it takes; empty when it is only inserted. */
  old: string;
  /** What stands before it on its first line. */
  lead: string;
  eol: "\n" | "\r\n";
}

/** Code as it must be written to stand in a slot: indented as the slot is, ending in a line break if the old text did. */
export function fitCode(code: string, { old, lead, eol }: Slot): string {
  const [first = "", ...rest] = shifted(linesOf(code.replace(/(?:\r?\n)+$/, "")), { old, lead });
  const begin = lead.trim() === "" && first.startsWith(lead) ? first.slice(lead.length) : first.trimStart();
  return [begin, ...rest].join(eol) + (old.endsWith("\n") ? eol : "");
}

/** The lines as they stand in the document, what stands before them on the first one included. */
function shifted(lines: readonly string[], { old, lead }: Omit<Slot, "eol">): string[] {
  const [oldFirst = "", ...oldRest] = linesOf(lead + old);
  const base = indentOf([oldFirst, ...oldRest]) ?? leadingBlanks(lead);
  const [first = "", ...rest] = lines;
  // Code may leave out what stands before the selection on its first line, and only there, as the selection does:
  // the step from the first line to the rest then is what it was.
  const cut = leadingBlanks(oldFirst) + first.trimStart();
  const asItWas = stepOf(oldFirst, oldRest);
  const isCut = lead !== "" && asItWas !== undefined && stepOf(cut, rest) === asItWas;
  return isCut && stepOf(first, rest) !== asItWas ? [cut, ...rest] : shift(lines, base);
}

/** How much further in the rest stands than the first line; undefined when there is no rest. */
function stepOf(first: string, rest: readonly string[]): number | undefined {
  const indent = indentOf(rest);
  return indent === undefined ? undefined : indent.length - leadingBlanks(first).length;
}

function shift(lines: readonly string[], base: string): string[] {
  const own = (indentOf(lines) ?? "").length;
  return lines.map((line) => (line.trim() === "" ? "" : base + line.slice(own)));
}

/** The shortest indent of the lines that have words; undefined when none has. */
function indentOf(lines: readonly string[]): string | undefined {
  return lines
    .filter((line) => line.trim() !== "")
    .map(leadingBlanks)
    .reduce<string | undefined>(
      (least, each) => (least !== undefined && least.length <= each.length ? least : each),
      undefined,
    );
}

const leadingBlanks = (line: string) => /^[ \t]*/.exec(line)?.[0] ?? "";
const linesOf = (text: string) => text.split(/\r?\n/);
