import assert from "node:assert/strict";
import type { Ask, Choice, Heading } from "../../src/host/ask.ts";

/** What the reader does with the next question: picks the row with this label, types this text, or leaves. */
export type Deed = { pick: string } | { type: string } | { decide: string } | "stop" | "leave";

export interface ScriptedAsk extends Ask {
  /** Every question so far, with its rows. */
  asked: { question: string; rows: string[] }[];
  told: string[];
  /** Deeds that no question has taken yet. */
  left: Deed[];
}

/** A reader who does as written and then leaves. "stop" ends the next work that can be stopped. */
export function scriptedAsk(script: readonly Deed[]): ScriptedAsk {
  const left = [...script];
  const asked: ScriptedAsk["asked"] = [];
  const told: string[] = [];

  const answer = <T>(question: string, rows: readonly (Choice<T> | Heading)[], kind: "pick" | "decide") => {
    const choices = rows.filter((row): row is Choice<T> => "label" in row);
    asked.push({
      question,
      rows: rows.map((row) =>
        "heading" in row ? `— ${row.heading}` : [row.label, row.description].filter(Boolean).join(" | "),
      ),
    });
    const deed = left.shift() ?? "leave";
    if (deed === "leave") return undefined;
    const label = typeof deed === "object" && kind in deed ? Object.values(deed)[0] : undefined;
    const found = choices.find((choice) => choice.label === label);
    assert.ok(found, `${JSON.stringify(deed)} is no answer to ${JSON.stringify(asked.at(-1), null, 1)}`);
    return found.value;
  };

  return {
    asked,
    told,
    left,
    pick: async ({ title, hint }, choices) => answer(`${title} / ${hint}`, await choices, "pick"),
    decide: async ({ message, detail }, choices) => answer(`${message} / ${detail}`, choices, "decide"),
    async type({ title, prompt, value, fault }) {
      asked.push({ question: `${title} / ${prompt}`, rows: value === undefined ? [] : [value] });
      const deed = left.shift() ?? "leave";
      if (deed === "leave") return undefined;
      assert.ok(typeof deed === "object" && "type" in deed, `${JSON.stringify(deed)} for ${prompt}`);
      const text = deed.type === "" ? (value ?? "") : deed.type;
      assert.equal(fault?.(text), undefined, `${prompt}: ${text}`);
      return text;
    },
    async during(_, work) {
      const abort = new AbortController();
      if (left[0] === "stop") {
        left.shift();
        abort.abort();
      }
      return work(abort.signal);
    },
    tell: (message) => void told.push(message),
  };
}

/** The English sentence with its values. */
export function plainWords(sentence: string, ...values: (string | number)[]): string {
  return sentence.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)]));
}
