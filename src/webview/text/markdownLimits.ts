const mostCharacters = 400_000;
const mostLines = 10_000;
/** Emphasis costs the square of its marks in one paragraph: 8,000 of them would freeze the page for seconds. */
const mostEmphasis = 500;
/** Brackets, addresses and the like, in one paragraph. */
const mostMarks = 2_000;
/** The reader of mail addresses goes back over a word at each of its dots. */
const longestWord = 4_000;
const mostTags = 300;
/** Nothing about depth or fences is told by what comes later in a line. */
const lineHead = 400;
const tooDeep = /^[ \t]*(?:(?:>[ \t]*){40}|(?:[*+-][ \t]+){40}|(?:\d+[.)][ \t]+){40}|[ \t]{160})/;
const fence = /^ *(`{3,}|~{3,})/;

/** True for a text so long, so deep or so tangled that to parse it as Markdown, or to lay it out, would freeze the page. */
export function isTooMuch(source: string): boolean {
  if (source.length > mostCharacters) return true;
  const prose = proseLines(source.split("\n", mostLines + 1));
  if (prose === undefined) return true;
  const words = prose.join("\n");
  return (
    count(words, /<\/?[a-z]/gi) > mostTags * 2 ||
    words.split(/[^\w.+@-]+/).some((word) => word.length > longestWord) ||
    paragraphsOf(prose).some(isTangled)
  );
}

/** The lines outside fenced code; undefined when there are too many of them or one begins too deep. */
function proseLines(lines: readonly string[]): string[] | undefined {
  if (lines.length > mostLines) return undefined;
  const prose: string[] = [];
  let open: string | undefined;
  for (const line of lines) {
    const head = line.slice(0, lineHead);
    const mark = fence.exec(head)?.[1];
    if (open !== undefined) {
      if (mark?.startsWith(open)) open = undefined;
      continue;
    }
    if (tooDeep.test(head)) return undefined;
    open = mark;
    prose.push(line);
  }
  return prose;
}

function paragraphsOf(lines: readonly string[]): string[] {
  const paragraphs = [""];
  for (const line of lines) {
    if (line.trim() === "") paragraphs.push("");
    else paragraphs[paragraphs.length - 1] += `${line}\n`;
  }
  return paragraphs;
}

function isTangled(paragraph: string): boolean {
  return count(paragraph, /[*_]/g) > mostEmphasis || count(paragraph, /[[<`~@\\]|:\/\/|www\./g) > mostMarks;
}

function count(text: string, marks: RegExp): number {
  return text.match(marks)?.length ?? 0;
}

/** A plain text longer than this is laid out in parts, so that the browser can skip those out of view. */
const partLength = 4_000;

/** The text in parts, cut at a line's end where one is near, else at a space, else anywhere but inside a character. */
export function plainParts(source: string): string[] {
  const parts: string[] = [];
  let from = 0;
  while (source.length - from > partLength) {
    const piece = source.slice(from, from + partLength);
    const line = piece.lastIndexOf("\n");
    const space = piece.lastIndexOf(" ");
    const surrogate = /[\uD800-\uDBFF]$/.test(piece) ? 1 : 0;
    const length = line >= 0 ? line : space >= 0 ? space + 1 : partLength - surrogate;
    parts.push(source.slice(from, from + length));
    // The end of a part is the end of a line already.
    from += line >= 0 ? length + 1 : length;
  }
  return [...parts, source.slice(from)];
}
