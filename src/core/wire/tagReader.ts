import { createCodeState } from "./codeState.ts";
import { createMarks, type Marks } from "./marks.ts";
import type { Part } from "./part.ts";
import { answerMarks, tags, type Tag } from "./tags.ts";

/** Finds reasoning in the text of an answer. All it holds back it gives back in `end`. */
interface TagReader {
  push(text: string): Part[];
  /** Reasoning came on its own, so that a closing tag without an opener no longer means anything. */
  thought(): void;
  end(): Part[];
}

const openers = tags.map((tag) => tag.open);
const closers = tags.map((tag) => tag.close);
const anyCloser = createMarks(closers);
const anyMark = createMarks([...openers, ...closers]);
const closerOf = new Map(tags.map((tag) => [tag, createMarks([tag.close])]));

/**
 * A tag opens only where an answer begins. `startsInside` is for models whose chat template has already
 * opened it. A closing tag without an opener says that everything before it was reasoning; inside code,
 * and once an answer is under way, tags are text. The work is in proportion to the text.
 */
export function createTagReader(startsInside = false): TagReader {
  /** What may end the thought. */
  let closing = anyCloser;
  let place: "start" | "inside" | "answer" = startsInside ? "inside" : "start";
  let hasThought = startsInside;
  let held = "";
  /** How many openers of each closing tag stand in the answer as text and wait for it. */
  const unclosed = new Map<string, number>();
  let code = createCodeState();

  const emit = (type: "reasoning" | "answer", text: string): Part[] => {
    // Once a thought was found, tags in the answer are text, wherever they stand.
    if (type === "reasoning" || !hasThought) code.add(text);
    return text === "" ? [] : [{ type, text }];
  };

  const enter = (next: typeof place): void => {
    place = next;
    code = createCodeState();
  };

  /** Takes the first units of what is held. */
  const take = (length: number): string => {
    const taken = held.slice(0, length);
    held = held.slice(length);
    return taken;
  };

  /** Emits all but what could yet become one of these marks. */
  const flow = (type: "reasoning" | "answer", marks: Marks): Part[] =>
    emit(type, take(held.length - marks.begunAtEnd(held)));

  /** One move: parts and true when there may be more to read in what is held. */
  const atStart = (ending: boolean): [Part[], boolean] => {
    const parts = emit("answer", take(held.length - held.trimStart().length));
    const opened = tags.find((tag) => held.startsWith(tag.open));
    const dropped = hasThought ? [...answerMarks, ...closers] : answerMarks;
    const mark = opened?.open ?? dropped.find((each) => held.startsWith(each));
    if (mark !== undefined) take(mark.length);
    if (opened) open(opened);
    if (mark !== undefined) return [parts, true];
    const mayCome = held === "" || [...openers, ...dropped].some((each) => each.startsWith(held));
    if (held === "" || (mayCome && !ending)) return [parts, false];
    enter("answer");
    return [parts, true];
  };

  const open = (tag: Tag): void => {
    closing = closerOf.get(tag) ?? anyCloser;
    hasThought = true;
    enter("inside");
  };

  const inside = (ending: boolean): [Part[], boolean] => {
    const found = closing.first(held);
    if (!found) return [ending ? emit("reasoning", take(held.length)) : flow("reasoning", closing), false];
    const { at, mark } = found;
    const parts = emit("reasoning", take(at));
    const inSpan = code.inSpan();
    // Whether a span closes after the tag is seen only when more has come.
    if (inSpan && held.length === mark.length && !ending) return [parts, false];
    take(mark.length);
    const isText = (inSpan && held.startsWith("`")) || (code.inFence() && !code.atLineStart());
    if (isText) return [[...parts, ...emit("reasoning", mark)], true];
    enter("start");
    return [parts, true];
  };

  const inAnswer = (ending: boolean): [Part[], boolean] => {
    const found = hasThought ? undefined : anyMark.first(held);
    if (!found) {
      const isAll = ending || hasThought;
      return [isAll ? emit("answer", take(held.length)) : flow("answer", anyMark), false];
    }
    const parts = emit("answer", take(found.at));
    const mark = take(found.mark.length);
    if (code.inFence() || code.inSpan() || isPaired(mark)) return [[...parts, ...emit("answer", mark)], true];
    hasThought = true;
    enter("start");
    return [[...parts, { type: "relabel" }], true];
  };

  /** True for a tag that is text of the answer: an opener, or the closing tag of one. */
  const isPaired = (mark: string): boolean => {
    const opened = tags.find((tag) => tag.open === mark);
    const waiting = unclosed.get(opened?.close ?? mark) ?? 0;
    unclosed.set(opened?.close ?? mark, opened ? waiting + 1 : Math.max(0, waiting - 1));
    return opened !== undefined || waiting > 0;
  };

  const moves = { start: atStart, inside, answer: inAnswer };

  const read = (ending: boolean): Part[] => {
    const parts: Part[] = [];
    for (let more = true; more;) {
      const [said, again] = moves[place](ending);
      for (const part of said) parts.push(part);
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
      // Gemini glues its closing tag to every answer that follows a thought, not only to the first.
      if (place === "answer" && held === "") enter("start");
    },
    end: () => read(true),
  };
}
