import type { CodeNames } from "./codeNames.ts";
import { languages } from "./languages.ts";
import type { Line } from "./paragraph.ts";
import { holdSpans } from "./spans.ts";
import { shortened } from "./shortened.ts";
import type { Titling } from "./titling.ts";
import { worths } from "./titling.ts";

/** The best title so far and how much it says; a plain one only stands in for want of a better. */
export interface TitleSoFar {
  title: string;
  worth: number;
}

/** A sentence further down must say more to be the title. */
const laterCosts = 0.6;
const headingWorth = 9;
const plainWorth = -9;
const emptyWorth = -10;
const shortCosts = 0.5;
/** So many units tell whether a title ends as its sentence does. */
const lastUnits = 6;
const symbolsCost = 1.5;
const marks = /[*_$\\+>#•\t\n’]|\s\s|^[-(\d]/;
const codeName = /[_`.(\d\uE000-\uE1F3]|\p{Ll}\p{Lu}|^[b-hj-z]$/u;

/** What is known beside a sentence: how many of its step came before it, and names in code. */
interface Known {
  index: number;
  codeNames: CodeNames;
}

/** Betters a step's title by its next sentence. */
export function betterTitle(
  best: TitleSoFar | undefined,
  line: Line,
  { index, codeNames }: Known,
): TitleSoFar | undefined {
  const cost = index * laterCosts + (line.shape === "prose" || line.shape === "heading" ? 0 : symbolsCost);
  if (best && line.shape !== "heading" && best.worth >= worths.announced - cost) return best;
  const candidate = candidateOf(line, codeNames, best ? best.worth + cost : Number.NEGATIVE_INFINITY);
  if (candidate && (!best || candidate.worth - cost > best.worth)) {
    return { ...candidate, worth: candidate.worth - cost };
  }
  if (best && best.worth > emptyWorth) return best;
  const plain = plainTitle(line);
  return best && plain?.worth === emptyWorth ? best : (plain ?? best);
}

/** The title that a sentence makes, unless it cannot say more than `least`. */
function candidateOf({ text, shape }: Line, codeNames: CodeNames, least: number): TitleSoFar | undefined {
  if (shape === "heading") {
    const title = lifted(text);
    return title === "" ? undefined : { title, worth: headingWorth };
  }
  const bare = withoutMarks(text);
  const titling = titlingFor(bare);
  const held = holdSpans(bare.replace(titling.inserts, ""));
  const said = sayingOf(held.text, titling);
  if (said.worth <= least) return undefined;
  const { title, whole } = shortened(said.text, { titling, spans: held.spans });
  if (!/\p{L}/u.test(title) || titling.empty.test(title)) return undefined;
  let worth = said.worth - (whole ? 0 : shortCosts);
  if (title.length < titling.shortest && said.worth < worths.announced) worth -= shortCosts;
  const mark = questionMark(title, bare, titling);
  const asked = bare.endsWith(title.slice(-lastUnits) + mark) ? title + mark : title;
  for (const [fault, cost] of titling.faults) if (fault.test(asked)) worth -= cost;
  // A sentence that begins in lower case, though it has capitals, begins with a name in code.
  const named = bare.startsWith(title) && /\p{Lu}/u.test(bare);
  const shown = said.worth < worths.announced && codeNames.has(/^\w*/.exec(title)?.[0] ?? "");
  const cased = named || shown ? title : capital(title);
  return { title: (cased + mark).replaceAll("`", ""), worth };
}

/** The mark of a question, for a title that asks it. */
function questionMark(title: string, sentence: string, titling: Titling): string {
  const mark = /[?？]$/u.exec(sentence)?.[0] ?? "";
  return titling.asks.test(title) && title.length < titling.longest ? mark : "";
}

/** What a sentence says when its opener and its announcement are off. */
function deedOf(sentence: string, titling: Titling): { opener: string; deed: string; announced: boolean } {
  const opener = titling.openers.exec(sentence)?.[0] ?? "";
  const main = sentence.slice(opener.length).replace(titling.asides, "").replace(titling.openers, "");
  const deed = main.replace(titling.intents, "");
  if (deed === main) return { opener, deed, announced: false };
  return { opener, deed: deed.replace(titling.openers, ""), announced: true };
}

/** What a sentence says its step does, and how much that says. */
function sayingOf(sentence: string, titling: Titling): { text: string; worth: number } {
  const { opener, deed, announced } = deedOf(sentence, titling);
  const first = deed.slice(0, Math.max(0, deed.search(/\W|$/)));
  const other = titling.firstWords.get(first.toLowerCase());
  const better = announced || (other !== undefined && !titling.states.test(deed)) ? other : undefined;
  const text = better === undefined ? deed : better + deed.slice(first.length);
  const way = titling.anyWay.test(text) ? titling.ways.find(({ said }) => said.test(text)) : undefined;
  if (way) return { text: text.replace(way.said, way.title), worth: way.worth };
  if (announced || better !== undefined) return { text, worth: worths.announced };
  const bare = titling.states.test(text) ? undefined : titling.topics.bare.exec(text)?.[0];
  const verb = titling.topics.verbs.find(([lead]) => lead.test(opener))?.[1];
  if (bare !== undefined && verb !== undefined) return { text: verb + bare, worth: worths.topic };
  return { text, worth: worths.stated };
}

/** Where no sentence says what comes, the first words must do. */
function plainTitle({ text }: Line): TitleSoFar | undefined {
  const bare = withoutMarks(text);
  const titling = titlingFor(bare);
  const { text: held, spans } = holdSpans(bare);
  const said = held.replace(titling.openers, "");
  const deed = said.replace(titling.intents, "");
  const tries = [deed, said, held].map((words) => shortened(words, { titling, spans }).title);
  const title = tries.find((one) => one !== "");
  if (title === undefined) return undefined;
  return {
    title: capital(title).replaceAll("`", ""),
    worth: titling.empty.test(title) ? emptyWorth : plainWorth,
  };
}

/** A heading is a title already. */
function lifted(text: string): string {
  const bare = text
    .replace(/^(?:#{1,6}\s+|\d{1,2}[.)]\s+)+/, "")
    .replace(/^\*\*([^*]+)\*\*.*$/su, "$1")
    .replaceAll("**", "")
    .replace(/^(?:step|part|phase)\s*\d{1,2}\s*[:.)–-]\s*(?=\S+\s\S)/i, "");
  const titling = titlingFor(bare);
  const { text: held, spans } = holdSpans(bare.replace(titling.inserts, ""));
  return capital(shortened(held, { titling, spans }).title).replaceAll("`", "");
}

/** Drops Markdown's marks and the dollars of short formulas. */
function withoutMarks(text: string): string {
  if (!marks.test(text)) return text;
  let bare = text.replace(/^(?:[-*•+>#]+|\(?(?:\d{1,2}|[a-z])[.)])\s+/i, "");
  if (/[*_]/.test(bare)) bare = bare.replaceAll(/(\*\*?|__)(?=\S)([^*_]+?)(?<=\S)\1(?!\w)/g, "$2");
  if (/[$\\]/.test(bare))
    bare = bare.replaceAll(/\$([^$\s\\]{1,12})\$|\\\(\s*([^\\]{1,12}?)\s*\\\)/g, "$1$2");
  if (bare.includes("’")) bare = bare.replaceAll(/(?<=\p{L})’(?=\p{L})/gu, "'");
  return bare.replaceAll(/\s+/g, " ").trim();
}

/** Names in code keep their case. */
function capital(title: string): string {
  const word = /^\S*/.exec(title)?.[0] ?? "";
  return codeName.test(word) || /[\u3400-\u9fff]/u.test(title)
    ? title
    : title.slice(0, 1).toUpperCase() + title.slice(1);
}

/** The first language that speaks the text's script, else the last. */
function titlingFor(text: string): Titling {
  const spoken = languages.find(({ titling }) => titling.speaks.test(text)) ?? languages.at(-1);
  if (!spoken) throw new Error("There is no language to title in.");
  return spoken.titling;
}
