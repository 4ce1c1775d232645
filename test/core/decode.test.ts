import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { decode } from "../../src/core/wire/decode.ts";

const recordings = new URL("../../../shared/recordings/", import.meta.url);

interface Expected {
  reasoning_chars: number;
  answer_chars: number;
  reasoning_sha256: string;
  answer_sha256: string;
  finish_reason: string | null;
  reasoning_tokens: number | null;
  tool_call_chunks: number;
  error: boolean;
}

const here = existsSync(recordings);
const expected: Record<string, Expected> = here
  ? JSON.parse(readFileSync(new URL("expected.json", recordings), "utf8"))
  : {};

const digest = (text: string) => createHash("sha256").update(text.trim()).digest("hex");

test(
  "every real recording decodes to the expected texts and numbers",
  {
    skip: here ? false : "the recordings are not beside this checkout",
  },
  () => {
    assert.ok(Object.keys(expected).length >= 48);
    for (const [name, want] of Object.entries(expected)) {
      const got = decode(readFileSync(new URL(name, recordings), "utf8"));
      assert.equal(got.reasoning.trim().length, want.reasoning_chars, name);
      assert.equal(digest(got.reasoning), want.reasoning_sha256, name);
      assert.equal(got.answer.trim().length, want.answer_chars, name);
      assert.equal(digest(got.answer), want.answer_sha256, name);
      assert.equal(got.finishReason, want.finish_reason, name);
      if (want.reasoning_tokens !== null)
        assert.equal(got.usage?.reasoningTokens, want.reasoning_tokens, name);
      if (want.tool_call_chunks > 0) assert.ok(got.toolCalls.length > 0, name);
      if (want.error) assert.ok(got.error, name);
    }
  },
);
