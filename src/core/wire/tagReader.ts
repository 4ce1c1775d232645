import { createCodeState } from "./codeState.ts";
import type { Part } from "./part.ts";
import { answerMarks, tags, type Tag } from "./tags.ts";

/** Finds reasoning in the text of an answer. All it holds back it gives back in `end`. */
export interface TagReader {
  push(text: string): Part[];
  /** Reasoning came on its own, so that a closing tag without an opener no longer means anything. */
  thought(): void;
  end(): Part[];
}

/**
 * A tag opens only where an answer begins. `startsInside` is for models whose chat template has already
 * opened it. A closing tag without an opener says that everything before it was reasoning; inside code,
 * and once an answer is under way, tags are text.
 */
export function createTagReader(startsInside = false): TagReader {
  let open: Tag[] = startsInside ? [...tags] : [];
  let place: "start" | "inside" | "answer" = startsInside ? "inside" : "start";
  let hasThought = startsInside;
  let held = "";
  let answered = "";
  let code = createCodeState();

  const emit = (type: "reasoning" | "answer", text: string): Part[] => {
    code.add(text);
    // Only a tag without an opener means something in an answer.
    if (type === "answer" && !hasThought) answered += text;
    return text === "" ? [] : [{ type, text }];
  };

  const enter = (next: typeof place): void => {
    place = next;
    code = createCodeState();
  };

  /** One move: parts and true when there may be more to read in what is held. */
  const atStart = (ending: boolean): [Part[], boolean] => {
    const space = held.length - held.trimStart().length;
    const parts = emit("answer", held.slice(0, space));
    held = held.slice(space);
    const opener = tags.find((tag) => held.startsWith(tag.open));
    const dropped = [...answerMarks, ...(hasThought ? tags.map((tag) => tag.close) : [])];
    const mark = dropped.find((each) => held.startsWith(each));
    if (opener) {
      held = held.slice(opener.open.length);
      open = [opener];
      hasThought = true;
      enter("inside");
      return [parts, true];
    }
    if (mark) {
      held = held.slice(mark.length);
      return [parts, true];
    }
    const candidates = [...tags.map((tag) => tag.open), ...dropped];
    if (held === "" || (!ending && candidates.some((each) => each.startsWith(held)))) return [parts, false];
    enter("answer");
    return [parts, true];
  };

  const inside = (ending: boolean): [Part[], boolean] => {
    const found = firstOf(held, open);
    if (!found) {
      const keep = ending ? 0 : heldBack(held, open);
      const parts = emit("reasoning", held.slice(0, held.length - keep));
      held = held.slice(held.length - keep);
      return [parts, false];
    }
    const parts = emit("reasoning", held.slice(0, found.at));
    const isText = code.inFence() && !code.atLineStart();
    held = held.slice(found.at + found.tag.close.length);
    if (isText) return [[...parts, ...emit("reasoning", found.tag.close)], true];
    enter("start");
    return [parts, true];
  };

  const inAnswer = (ending: boolean): [Part[], boolean] => {
    const found = hasThought ? undefined : firstOf(held, tags);
    if (!found) {
      const keep = ending || hasThought ? 0 : heldBack(held, tags);
      const parts = emit("answer", held.slice(0, held.length - keep));
      held = held.slice(held.length - keep);
      return [parts, false];
    }
    const parts = emit("answer", held.slice(0, found.at));
    const isText = code.inFence() || code.inSpan() || answered.includes(found.tag.open);
    held = held.slice(found.at + found.tag.close.length);
    if (isText) return [[...parts, ...emit("answer", found.tag.close)], true];
    hasThought = true;
    enter("start");
    return [[...parts, { type: "relabel" }], true];
  };

  const read = (ending: boolean): Part[] => {
    const parts: Part[] = [];
    for (let more = true; more;) {
      const [said, again] = { start: atStart, inside, answer: inAnswer }[place](ending);
      parts.push(...said);
      more = again && held !== "";
    }
    return parts;
  };

  return {
    push(text) {
      held += text;
      return read(false);
    },
    thought() {
      hasThought = true;
    },
    end: () => read(true),
  };
}

function firstOf(text: string, among: readonly Tag[]): { at: number; tag: Tag } | undefined {
  let first: { at: number; tag: Tag } | undefined;
  for (const tag of among) {
    const at = text.indexOf(tag.close);
    if (at >= 0 && (!first || at < first.at)) first = { at, tag };
  }
  return first;
}

/** How many units at the end of the text could be the beginning of a closing tag. */
function heldBack(text: string, among: readonly Tag[]): number {
  const longest = Math.max(...among.map((tag) => tag.close.length)) - 1;
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const end = text.slice(-length);
    if (among.some((tag) => tag.close.startsWith(end))) return length;
  }
  return 0;
}
