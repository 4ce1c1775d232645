/** A sentence whose code, quotes and brackets are each one character, so that no cut can fall inside them. */
export interface Held {
  text: string;
  spans: readonly string[];
}

/** Stand-ins come from the private use area; a sentence may hold so many. */
const firstStandIn = 0xe000;
const mostSpans = 500;
const standIn = /[\uE000-\uE1F3]/gu;

const quotes: Readonly<Record<string, string>> = {
  "`": "`",
  '"': '"',
  "'": "'",
  "“": "”",
  "‘": "’",
  "「": "」",
  "《": "》",
};
const brackets: Readonly<Record<string, string>> = { "(": ")", "（": "）", "[": "]", "{": "}" };
const anyOpen = /[`"'“‘「《(（[{]/u;
const wordCharacter = /[\p{L}\p{N}]/u;

/** Puts a stand-in for each balanced span but formulas; a mark without its partner stays, to be seen. */
export function holdSpans(text: string): Held {
  if (!anyOpen.test(text)) return { text, spans: [] };
  const ends = spanEnds(text);
  const spans: string[] = [];
  let held = "";
  for (let at = 0; at < text.length;) {
    const end = spans.length < mostSpans ? ends.get(at) : undefined;
    if (end === undefined || text.slice(at, end).includes("\\")) {
      held += text.charAt(at++);
    } else {
      held += String.fromCharCode(firstStandIn + spans.length);
      spans.push(text.slice(at, end));
      at = end;
    }
  }
  return { text: held, spans };
}

export function releaseSpans(text: string, spans: readonly string[]): string {
  if (spans.length === 0) return text;
  return text.replaceAll(standIn, (mark) => spans[mark.charCodeAt(0) - firstStandIn] ?? "");
}

/** Where each balanced quote and bracket ends; brackets nest, quotes hold anything. */
function spanEnds(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open: { at: number; close: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const close = brackets[character];
    const quoted = close === undefined ? quoteEnd(text, at) : at;
    if (close !== undefined) {
      open.push({ at, close });
    } else if (quoted > at) {
      ends.set(at, quoted);
      at = quoted - 1;
    } else {
      const partner = open.findLastIndex((one) => one.close === character);
      const [opened] = partner < 0 ? [] : open.splice(partner);
      if (opened) ends.set(opened.at, at + 1);
    }
  }
  return ends;
}

/** The end of the quote that opens here, or the same place; an apostrophe opens and closes none. */
function quoteEnd(text: string, at: number): number {
  const open = text.charAt(at);
  const close = quotes[open];
  if (close === undefined) return at;
  const single = close === "'" || close === "’";
  if (single && wordCharacter.test(text.charAt(at - 1))) return at;
  for (let end = text.indexOf(close, at + 2); end > 0; end = text.indexOf(close, end + 1)) {
    if (!single || !wordCharacter.test(text.charAt(end + 1))) return end + 1;
  }
  return at;
}
