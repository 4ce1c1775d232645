import type { CodeContext } from "../ask/codeContext.ts";
import type { LineReference } from "./lineReferences.ts";
import { placeOf } from "./placeOf.ts";

/** Lines of a document; they count from 1, and the last one belongs to them. */
export type Lines = Pick<LineReference, "startLine" | "endLine">;

/** A document as it is now; its lines count from 0. */
export interface Readable {
  readonly lineCount: number;
  getText(): string;
  lineAt(line: number): { readonly text: string };
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a document that another text took the place of; lines count from 0. */
export interface Edit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** Where each line that was sent stands, counted from 0; undefined for one that is gone. */
type Places = readonly (number | undefined)[];

/** The lines that went along with a question, followed through the edits of their document. */
export class SentLines {
  readonly #code: CodeContext;
  readonly #sent: readonly SentLine[];
  readonly #first: number;
  #places: Places;

  private constructor(code: CodeContext, sent: readonly SentLine[], places: Places) {
    this.#code = code;
    this.#sent = sent;
    this.#first = code.startLine - linesOf(code.before).length;
    this.#places = places;
  }

  /** Finds the code in its document; undefined where it has changed, or now stands in several places. */
  static find(code: CodeContext, document: Readable): SentLines | undefined {
    const sent = sentLinesOf(code);
    const places = locate(code, sent, document);
    return places && new SentLines(code, sent, places);
  }

  /** Call after every change of the document; an edit's place is that in the document after the edits before it. */
  follow(edits: readonly Edit[], document: Readable): void {
    const moved = edits.reduce<Places>(
      (places, edit) => places.map((line) => (line === undefined ? undefined : movedBy(edit, line))),
      this.#places,
    );
    let last = -1;
    // Where two lines have become one, it is the first of them.
    this.#places = moved.map((line) => (line === undefined || line <= last ? undefined : (last = line)));
    if (this.#places.includes(undefined)) this.#findAgain(document);
  }

  /** Where lines stand that had these numbers when they were sent; undefined unless each stands there as it was. */
  now({ startLine, endLine }: Lines, document: Readable): Lines | undefined {
    const from = this.#places[startLine - this.#first];
    if (from === undefined) return undefined;
    for (let line = startLine; line <= endLine; line++) {
      const place = this.#places[line - this.#first];
      if (place !== from + line - startLine || !this.#stands(line - this.#first, document)) return undefined;
    }
    return { startLine: from + 1, endLine: from + 1 + endLine - startLine };
  }

  /** Takes back lines that were taken away and came again, unless a line that stands says otherwise. */
  #findAgain(document: Readable): void {
    const again = locate(this.#code, this.#sent, document);
    const agrees = this.#places.every(
      (place, index) => place === undefined || place === again?.[index] || !this.#stands(index, document),
    );
    if (again && agrees) this.#places = again;
  }

  #stands(index: number, document: Readable): boolean {
    return isAt(this.#sent[index], this.#places[index], document);
  }
}

interface SentLine {
  text: string;
  /** UTF-16 units of its line that were not sent, before it. */
  from: number;
  /** False when what comes after it on its line was not sent. */
  toEnd: boolean;
}

function sentLinesOf({ text, before, after, startLine, endLine, startCharacter = 0 }: CodeContext) {
  const whole = (line: string): SentLine => ({ text: line, from: 0, toEnd: true });
  const lines = linesOf(text);
  const count = endLine - startLine + 1;
  const code = lines.slice(0, count).map((line, index): SentLine => ({
    text: line,
    from: index === 0 ? startCharacter : 0,
    toEnd: index < lines.length - 1,
  }));
  return [...linesOf(before).map(whole), ...code, ...linesOf(after).map(whole)];
}

/** The places of all lines where the code is found; of those around it, as far as they are the same without a gap. */
function locate(code: CodeContext, sent: readonly SentLine[], document: Readable): Places | undefined {
  const text = document.getText();
  const place = placeOf(code, text);
  if (typeof place === "string") return undefined;
  const begin = linesOf(code.before).length;
  const end = begin + code.endLine - code.startLine;
  const moved = text.slice(0, place.start).split("\n").length - 1 - begin;
  const places = sent.map((line, index) => (isAt(line, index + moved, document) ? index + moved : undefined));
  const from = places.lastIndexOf(undefined, begin) + 1;
  const gap = places.indexOf(undefined, end);
  return places.map((line, index) => (index >= from && (gap < 0 || index < gap) ? line : undefined));
}

function isAt(sent: SentLine | undefined, line: number | undefined, document: Readable): boolean {
  if (!sent || line === undefined || line < 0 || line >= document.lineCount) return false;
  const now = document.lineAt(line).text.slice(sent.from);
  return sent.toEnd ? now === sent.text : now.startsWith(sent.text);
}

/** Where an edit leaves a line; undefined when it takes it away. */
function movedBy({ range: { start, end }, text }: Edit, line: number): number | undefined {
  if (line < start.line) return line;
  const more = text.split("\n").length - 1 - (end.line - start.line);
  if (line > end.line) return line + more;
  const betweenLines = start.character === 0 && end.character === 0;
  if (line === end.line && (betweenLines || end.line > start.line)) return line + more;
  return line === start.line && !betweenLines ? line : undefined;
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.split(/\r?\n/);
}
