import { mark } from "./marks.ts";
import type { Sentence } from "./sentenceReader.ts";

/** What a line is, as far as cutting goes: only prose and headings are free to open a step by themselves. */
export type Shape = "prose" | "heading" | "bullet" | "numbered" | "table" | "equation" | "code";

export interface ShapeReader {
  read(sentence: Sentence): Shape;
  /** Reads one that stands outside of code, whatever is open. */
  readOutside(sentence: Sentence): Shape;
}

/** A fence or display formula the model forgot to close must not swallow the rest of the trace. */
const longestFence = 12_000;
const longestFormula = 1_500;

const markdownHeading = /^#{1,6}\s+\S/;
const boldHeading = /^\*\*[^*\n]{2,90}\*\*[:：]?\s*$/;
const numberedHeading = /^\d{1,2}[.)]\s+\*\*[^*\n]{2,90}?(?:[:：]\*\*|\*\*[:：]?)/;
const fence = /^\s*(?:```|~~~)/;
const bullet = /^\s*(?:[-*•+]|\*\*[-•])\s+\S/;
const numbered = /^\s*(?:\(?\d{1,3}[.)]|\([a-z]\)|[a-z]\))\s/;
const table = /^\s*\|.*\|/;
const operator = /[=+<>≤≥≈≡∝∈→⇒×÷^*/\\|]|\d/u;
/** Scripts are told by ranges, as `\p{L}` takes ten times as long. */
const plainWord =
  /(?<![\\a-z\u00c0-\u1fff\u2c00-\u2dff\u3040-\ud7ff])[a-z\u00c0-\u1fff\u2c00-\u2dff\u3040-\ud7ff]{3,}/gi;
/** Five plain words in a row begin no formula and no code, unless the line ends as code does. */
const plainProse = /^[“"(]?[a-z]+(?:'[a-z]+)?,?(?: [a-z]+(?:'[a-z]+)?,?){4}[ .?!]/i;
/** A case is a case, whatever symbols it is about. */
const namedCase = /^(?:\d{1,2}\. )?(?:Case|Option|Statement|Test case|Example) \(?(?:\d{1,2}|[A-Z])\)?[:.] /i;
/** No sign of a heading, a list or a table comes first. */
const wordFirst = /^[a-z][^)]/i;
const codeEnd = /[;{}]\s*$/;
const formulaOpen = /\\\[|\\begin\{/;
const formulaClose = /\\\]|\\end\{/;
const codeLine = new RegExp(
  [
    String.raw`[;{}]\s*$`,
    String.raw`^\s*(?:[)\]}]|//|/\*|@\w+|#include|#!|<\/?\w+.*>\s*$)`,
    String.raw`^\s*(?:import \w|from [\w.]+ import|export |const |let \w+\s*=|var |def \w+|class \w+.*[:{]|function\s*\w*\()`,
    String.raw`^\s*(?:(?:el)?if|for|while|with|try|except|else|elif|switch|case|catch|do)\b.*[:{]\s*$`,
    String.raw`^\s*(?:return|raise|yield|break|continue|pass|await|print|throw|del|assert|console\.\w+)\b[^.?!]{0,80}$`,
    String.raw`^\s*[\w.]+(?:\[[^\]]*\])?\s*(?:[-+*/|&]?=|:=)\s*[^=\s]`,
    String.raw`^\s*['"][^'"]*['"]\s*[:,]`,
    String.raw`^\s*[\w.]+\([^)]*\)\s*[;,]?\s*$`,
  ].join("|"),
);

/** Names the shape of each sentence; remembers open fences, display formulas and unfenced code drafts. */
export function createShapeReader(): ShapeReader {
  let fencedFor = -1;
  let formulaFor = -1;
  let dollars = false;
  let inCode = false;
  let lineShape: Shape = "prose";

  function insideFence(sentence: Sentence): boolean {
    const marks = sentence.place !== "sentence" && sentence.place !== "rest" && fence.test(sentence.text);
    const inside = fencedFor >= 0;
    if (marks) fencedFor = inside ? -1 : 0;
    else if (inside) fencedFor += sentence.text.length;
    if (fencedFor > longestFence) fencedFor = -1;
    return marks || inside;
  }

  function insideFormula({ text, marks }: Sentence): boolean {
    const inside = formulaFor >= 0;
    const signs = (marks & mark.formula) !== 0 && (text.includes("\\") || text.includes("$$"));
    if (!inside && !signs) return false;
    const dollarLine = /^\s*\$\$/.test(text) || (dollars && text.includes("$$"));
    if (dollarLine && text.split("$$").length % 2 === 0) dollars = !dollars;
    const opens = text.search(formulaOpen) > text.search(formulaClose);
    if (opens || (dollars && !inside)) formulaFor = 0;
    else if (inside && (formulaClose.test(text) || (dollarLine && !dollars))) formulaFor = -1;
    else if (inside) formulaFor += text.length;
    if (formulaFor > longestFormula) {
      formulaFor = -1;
      dollars = false;
    }
    return inside || dollarLine;
  }

  function lineStart({ text, marks }: Sentence): Shape {
    if (!inCode && namedCase.test(text)) return "prose";
    if (!inCode && plainProse.test(text) && !codeEnd.test(text)) return "prose";
    const signed = wordFirst.test(text) ? undefined : signedShape(text);
    if (signed) return signed;
    if (codeLine.test(text)) return isEquation(text, marks) ? "equation" : "code";
    if (inCode && text.startsWith("#")) return "code";
    return isEquation(text, marks) ? "equation" : "prose";
  }

  /** The shape that a line has by what it begins with. */
  function signedShape(text: string): Shape | undefined {
    if (!/^\s/.test(text)) {
      if (numberedHeading.test(text) || boldHeading.test(text)) return "heading";
      if (!inCode && markdownHeading.test(text)) return "heading";
    }
    if (inCode && /^\s{2,}\S/.test(text)) return "code";
    if (bullet.test(text)) return "bullet";
    if (numbered.test(text)) return "numbered";
    return table.test(text) ? "table" : undefined;
  }

  function readInner({ place }: Sentence): Shape | undefined {
    return place === "sentence" || place === "rest" ? lineShape : undefined;
  }

  return {
    readOutside(sentence) {
      inCode = false;
      return (lineShape = readInner(sentence) ?? lineStart(sentence));
    },
    read(sentence) {
      if (insideFence(sentence)) return (lineShape = "code");
      if (insideFormula(sentence)) return (lineShape = "equation");
      lineShape = readInner(sentence) ?? lineStart(sentence);
      inCode = lineShape === "code";
      return lineShape;
    },
  };
}

/** A line of symbols and at most two plain words is a formula, whatever it is written in. */
function isEquation(text: string, marks: number): boolean {
  if (text.length > 300 || (marks & mark.operator) === 0 || !operator.test(text)) return false;
  const words = text.match(plainWord)?.length ?? 0;
  return words === 0 || (words <= 2 && /[=<>≤≥≈≡∝∈→⇒]/u.test(text) && text.length < 60 + 40 * words);
}
