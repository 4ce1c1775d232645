import { languages } from "./languages.ts";
import { isWordUnit } from "./abbreviation.ts";
import type { Bare } from "./bare.ts";
import { mark } from "./marks.ts";
import type { Titling } from "./titling.ts";
import { worths } from "./titling.ts";

/** What a sentence says its step does, and how much that says. */
export interface Saying {
  text: string;
  worth: number;
}

/** The language to title a sentence in, and the kinds of marks it may have. */
type Language = Pick<Bare, "titling" | "marks">;

interface Deed {
  opener: string;
  deed: string;
  announced: boolean;
}

/** What a sentence says its step does, unless that says no more than `least`. */
export function sayingOf(sentence: string, language: Language, least: number): Saying | undefined {
  const { titling } = language;
  const { opener, deed, announced } = deedOf(sentence, language);
  const better = betterSaid(deed, announced, titling);
  const text = better ?? deed;
  const way = titling.wayOf(text);
  const worth = way?.worth ?? (announced || better !== undefined ? worths.announced : worths.stated);
  if (worth <= least) return undefined;
  if (way) return { text: text.replace(way.said, way.title), worth };
  const topic = worth === worths.stated ? topicOf(text, opener, titling) : undefined;
  if (!topic) return { text, worth };
  return topic.worth > least ? topic : undefined;
}

/** What a sentence says when its opener and its announcement are off. */
function deedOf(sentence: string, { titling, marks }: Language): Deed {
  const opener = titling.openers.exec(sentence)?.[0] ?? "";
  const opened = sentence.slice(opener.length);
  const main = (marks & mark.pause) === 0 ? opened : withoutAside(opened, titling);
  const deed = main.replace(titling.intents, "");
  if (deed === main) return { opener, deed, announced: false };
  return { opener, deed: deed.replace(titling.openers, ""), announced: true };
}

/** An opener may stand behind a side clause, but none behind another. */
function withoutAside(opened: string, { asides, openers }: Titling): string {
  const main = opened.replace(asides, "");
  return main === opened ? main : main.replace(openers, "");
}

/** The deed with its first word better said, where that is known. */
function betterSaid(deed: string, announced: boolean, { firstWords, states }: Titling): string | undefined {
  if (firstWords.size === 0) return undefined;
  const first = deed.slice(0, wordEnd(deed));
  const other = firstWords.get(first.toLowerCase());
  if (other === undefined || (!announced && states.test(deed))) return undefined;
  return other + deed.slice(first.length);
}

function wordEnd(text: string): number {
  let end = 0;
  while (isWordUnit(text.charCodeAt(end))) end++;
  return end;
}

/** "Now the loop": an object that gets its verb from the opener. */
function topicOf(text: string, opener: string, { states, topics }: Titling): Saying | undefined {
  const verb = opener === "" ? undefined : topics.verbs.find(([lead]) => lead.test(opener))?.[1];
  if (verb === undefined || states.test(text)) return undefined;
  const bare = topics.bare.exec(text)?.[0];
  return bare === undefined ? undefined : { text: verb + bare, worth: worths.topic };
}

/** A title that states something and does not say what its step does: "The sum is 300", but not "Check the sum". */
export function statesOnly(title: string): boolean {
  return languages.some(
    ({ titling: { states, wayOf } }) =>
      states.test(title) && !title.endsWith("?") && (wayOf(title)?.worth ?? 0) < worths.announced,
  );
}
