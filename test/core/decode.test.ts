import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../src/core/wire/decode.ts";
import { measureOf, readRecording, recordings, skip } from "../support/recordings.ts";

test("every real recording decodes to the expected texts and numbers", { skip }, () => {
  assert.ok(Object.keys(recordings).length >= 48);
  for (const [name, want] of Object.entries(recordings)) {
    const got = decode(readRecording(name).toString("utf8"));
    const { reasoning_chars: chars, reasoning_sha256: sha256 } = want;
    assert.deepEqual(measureOf(got.reasoning), { chars, sha256 }, name);
    assert.deepEqual(measureOf(got.answer), { chars: want.answer_chars, sha256: want.answer_sha256 }, name);
    assert.equal(got.finishReason, want.finish_reason, name);
    if (want.reasoning_tokens !== null) assert.equal(got.usage?.reasoningTokens, want.reasoning_tokens, name);
    if (want.tool_call_chunks > 0) assert.ok(got.toolCalls.length > 0, name);
    if (want.error) assert.ok(got.error, name);
  }
});
