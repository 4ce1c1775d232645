import type { CodeNames } from "./codeNames.ts";
import { bareOf, heldOf, titlingFor, withoutInserts } from "./bare.ts";
import type { Line } from "./paragraph.ts";
import { holdSpans } from "./spans.ts";
import { sayingOf } from "./saying.ts";
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
/** A heading that tells nothing before the answer below it. */
const finalHeading = /^(?:final answer|最终答案)$/i;
const boxed = /\\boxed\{([\w.,%+-]{1,20})\}/;
const letter = /[a-z]|\p{L}/iu;
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
  if (best && finalHeading.test(best.title)) {
    const answer = boxed.exec(line.text)?.[1];
    return answer === undefined ? best : { ...best, title: `${best.title}: ${answer}` };
  }
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
function candidateOf(line: Line, codeNames: CodeNames, least: number): TitleSoFar | undefined {
  if (line.shape === "heading") {
    const title = lifted(line);
    return title === "" ? undefined : { title, worth: headingWorth };
  }
  const bare = bareOf(line.text, line.marks);
  const { text: sentence, titling } = bare;
  const held = heldOf(bare, withoutInserts(bare));
  const said = sayingOf(held.text, bare, least);
  if (!said) return undefined;
  const { title, whole } = shortened(said.text, { titling, spans: held.spans });
  if (!letter.test(title) || titling.empty.test(title)) return undefined;
  const mark = questionMark(title, sentence, titling);
  const asked = mark !== "" && sentence.endsWith(title.slice(-lastUnits) + mark) ? title + mark : title;
  let worth = said.worth - (whole ? 0 : shortCosts);
  if (title.length < titling.shortest && said.worth < worths.announced) worth -= shortCosts;
  for (const [fault, cost] of titling.faults) if (fault.test(asked)) worth -= cost;
  const risen = capital(title);
  const lowered =
    risen !== title &&
    (isNamed(title, sentence) || (said.worth < worths.announced && isCode(title, codeNames)));
  return { title: ((lowered ? title : risen) + mark).replaceAll("`", ""), worth };
}

/** A sentence that begins in lower case, though it has capitals, begins with a name in code. */
function isNamed(title: string, sentence: string): boolean {
  return sentence.startsWith(title) && /\p{Lu}/u.test(sentence);
}

function isCode(title: string, codeNames: CodeNames): boolean {
  return codeNames.has(/^\w*/.exec(title)?.[0] ?? "");
}

/** The mark of a question, for a title that asks it. */
function questionMark(title: string, sentence: string, titling: Titling): string {
  const mark = sentence.slice(-1);
  if (mark !== "?" && mark !== "？") return "";
  return titling.asks.test(title) && title.length < titling.longest ? mark : "";
}

/** Where no sentence says what comes, the first words must do. */
function plainTitle(line: Line): TitleSoFar | undefined {
  const bare = bareOf(line.text, line.marks);
  const { titling } = bare;
  const { text: held, spans } = heldOf(bare, bare.text);
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
function lifted({ text, marks }: Line): string {
  const bare = text
    .replace(/^(?:#{1,6}\s+|\d{1,2}[.)]\s+)+/, "")
    .replace(/^\*\*([^*]+)\*\*.*$/su, "$1")
    .replaceAll("**", "")
    .replace(/^(?:step|part|phase)\s*\d{1,2}\s*[:.)–-]\s*(?=\S+\s\S)/i, "");
  const titling = titlingFor(bare, marks);
  const { text: held, spans } = holdSpans(bare.replace(titling.inserts, ""));
  return capital(shortened(held, { titling, spans }).title).replaceAll("`", "");
}

/** Names in code keep their case. */
function capital(title: string): string {
  const first = title.slice(0, 1).toUpperCase();
  if (title.startsWith(first)) return title;
  const word = /^\S*/.exec(title)?.[0] ?? "";
  return codeName.test(word) || /[\u3400-\u9fff]/u.test(title) ? title : first + title.slice(1);
}
