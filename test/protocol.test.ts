import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { isToHost, type ToHost } from "../src/protocol.ts";

const messages: { [M in ToHost as M["type"]]: M } = {
  ready: { type: "ready" },
  theme: { type: "theme", id: "Dark Modern" },
  ask: { type: "ask", question: "" },
  followUp: { type: "followUp", question: "Why?" },
  act: { type: "act", action: "stop" },
  judge: { type: "judge", step: 3, verdict: "wrong" },
  reveal: { type: "reveal", uri: "file:///a.ts", startLine: 1, endLine: 2 },
  copy: { type: "copy", text: "" },
  insertCode: { type: "insertCode", code: "a" },
  openCode: { type: "openCode", code: "a", language: "" },
  replaceSelection: { type: "replaceSelection", code: "a" },
  openLink: { type: "openLink", href: "https://e.org" },
  openSteps: { type: "openSteps", opening: "latest" },
  focusStep: { type: "focusStep", step: 1 },
  leaveStep: { type: "leaveStep" },
};

test("every message of the view is taken, and none with a part that is missing or of another kind", () => {
  for (const message of Object.values(messages)) {
    assert.ok(isToHost(message), JSON.stringify(message));
    for (const part of Object.keys(message)) {
      for (const wrong of [undefined, null, 0.5, true, {}, ["stop"], part === "type" ? "toString" : 1n]) {
        const odd = { ...message, [part]: wrong };
        assert.equal(isToHost(odd), false, `${message.type}.${part}: ${inspect(wrong)}`);
      }
    }
  }
});

test("what is no message, or names what the host does not offer, is not taken", () => {
  const none = [undefined, null, "ready", [], ["ready"], {}, { type: "__proto__" }, { type: "constructor" }];
  const unknown = [
    { type: "act", action: "toString" },
    { type: "act", action: "eval" },
    { type: "openSteps", opening: "some" },
  ];
  for (const odd of [...none, ...unknown]) assert.equal(isToHost(odd), false, JSON.stringify(odd));
});
