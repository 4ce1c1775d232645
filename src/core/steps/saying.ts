import { languages } from "./languages.ts";
import type { Titling } from "./titling.ts";
import { worths } from "./titling.ts";

/** What a sentence says its step does, and how much that says. */
export interface Saying {
  text: string;
  worth: number;
}

/** What a sentence says its step does, unless that says no more than `least`. */
export function sayingOf(sentence: string, titling: Titling, least: number): Saying | undefined {
  const { opener, deed, announced } = deedOf(sentence, titling);
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
function deedOf(sentence: string, titling: Titling): { opener: string; deed: string; announced: boolean } {
  const opener = titling.openers.exec(sentence)?.[0] ?? "";
  const main = sentence.slice(opener.length).replace(titling.asides, "").replace(titling.openers, "");
  const deed = main.replace(titling.intents, "");
  if (deed === main) return { opener, deed, announced: false };
  return { opener, deed: deed.replace(titling.openers, ""), announced: true };
}

/** The deed with its first word better said, where that is known. */
function betterSaid(deed: string, announced: boolean, { firstWords, states }: Titling): string | undefined {
  if (firstWords.size === 0) return undefined;
  const first = deed.slice(0, Math.max(0, deed.search(/\W|$/)));
  const other = firstWords.get(first.toLowerCase());
  if (other === undefined || (!announced && states.test(deed))) return undefined;
  return other + deed.slice(first.length);
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
