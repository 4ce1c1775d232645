import assert from "node:assert/strict";
import { test } from "node:test";
import { readModelList } from "../../src/core/ask/modelList.ts";

test("every known shape of a list gives its names", () => {
  const shapes: Record<string, unknown> = {
    openai: { object: "list", data: [{ id: "b" }, { id: "a", object: "model" }] },
    ollama: { models: [{ name: "b", model: "b" }, { name: "a" }] },
    bare: [{ id: "b", type: "chat" }, { id: "a" }],
    both: { models: [{ name: "b" }, { name: "a" }], data: [{ id: "b" }, { id: "a" }] },
  };
  for (const [name, body] of Object.entries(shapes)) assert.deepEqual(readModelList(body), ["a", "b"], name);
});

test("names come once, in alphabetical order whatever their case; entries without one are passed over", () => {
  const data = [
    { id: "zai/glm" },
    { id: "Qwen/qwen3" },
    { id: "deepseek" },
    { id: "Qwen/qwen3" },
    {},
    null,
    7,
  ];
  assert.deepEqual(readModelList({ data }), ["deepseek", "Qwen/qwen3", "zai/glm"]);
});

test("an empty list is a list; what is none is told apart", () => {
  assert.deepEqual(readModelList({ object: "list", data: [] }), []);
  const none = [undefined, null, "x", 7, {}, { data: "x" }, { data: {} }, { error: { message: "no" } }];
  for (const body of [...none, ["a"], { data: [{ title: "x" }] }])
    assert.equal(readModelList(body), undefined, JSON.stringify(body));
});
