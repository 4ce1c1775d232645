import type { CodeContext } from "../../src/core/ask/codeContext.ts";
import { createAnswerView } from "../../src/webview/run/answerView.ts";
import { answerActions } from "../../src/webview/text/codeActions.ts";
import { richText } from "../../src/webview/text/codeBlocks.ts";
import { markdownHtml } from "../../src/webview/text/markdown.ts";

declare global {
  interface Window {
    /** The answer's HTML after it has come in these pieces, each drawn as it came. */
    answerOf: (pieces: string[]) => string | undefined;
    /** Its HTML after each of the pieces, none of which is the last. */
    growthOf: (pieces: string[]) => (string | undefined)[];
    /** The same for a text that is parsed at once. */
    wholeOf: (text: string) => string;
  }
}

const nothing = () => {};
const code: CodeContext = {
  scope: "selection",
  uri: "file:///ws/src/a.ts",
  path: "src/a.ts",
  languageId: "typescript",
  startLine: 12,
  endLine: 24,
  text: "",
  before: "",
  after: "",
  diagnostics: [],
};
const finish = () => ({ actions: answerActions({ code, copy: nothing, post: nothing }), code });

function newAnswer() {
  let time = 0;
  return createAnswerView({ act: nothing, now: () => (time += 1000), copy: nothing, finish });
}

window.growthOf = (pieces) => {
  const answer = newAnswer();
  return pieces.map((piece) => {
    answer.grow(piece);
    while (answer.paint(false));
    return answer.element.querySelector(".prose")?.innerHTML;
  });
};

window.answerOf = (pieces) => {
  const answer = newAnswer();
  for (const piece of pieces) {
    answer.grow(piece);
    answer.paint(false);
  }
  answer.end();
  while (answer.paint(false));
  return answer.element.querySelector(".prose")?.innerHTML;
};

window.wholeOf = (text) => {
  const element = document.createElement("div");
  element.append(richText(markdownHtml(text), finish()));
  return element.innerHTML;
};
