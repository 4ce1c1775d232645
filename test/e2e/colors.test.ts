import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { Frame, Page } from "playwright-core";
import { copySample } from "../../scripts/copySample.ts";
import { contrast } from "../../src/core/code/contrast.ts";
import { startReplyServer, type ReplyServer } from "../support/replyServer.ts";
import { Workbench } from "../support/workbench.ts";

const code = `// A box.
export class Box {
  static empty = true;
  area(): number {
    const size = 42;
    return "text".length * size;
  }
}
`;
/** What the editor and the page both hold as one piece of colour. */
const words = [
  "// A box.",
  "export",
  "class",
  "Box",
  "true",
  "area",
  "number",
  "const",
  "42",
  "return",
  '"text"',
];

let server: ReplyServer;
let workbench: Workbench;
let frame: Frame;

before(async () => {
  server = await startReplyServer((_, response) => {
    const delta = { content: `So:\n\n\`\`\`ts\n${code}\`\`\`\n` };
    const chunks = [{ choices: [{ delta }] }, { choices: [{ delta: {}, finish_reason: "stop" }] }];
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join("") + "data: [DONE]\n\n");
  });
  const folder = await copySample(path.resolve(".build", "colors-workspace"));
  await writeFile(path.join(folder, "box.ts"), code);
  workbench = await Workbench.open({
    name: "colors",
    folder,
    extension: { vsix: "cot-viewer.vsix" },
    settings: {
      "editor.semanticHighlighting.enabled": false,
      "editor.bracketPairColorization.enabled": false,
      "cotViewer.endpoint": "Here",
      "cotViewer.endpoints": [{ name: "Here", baseUrl: `${server.origin}/v1`, model: "m" }],
    },
  });
  await workbench.openFile("box.ts");
  await workbench.runCommand("Reasoning: Explain");
  frame = await workbench.webview("Viewer");
  await frame.locator(".answer .code-bar button").first().waitFor();
});
after(async () => {
  await workbench.close();
  await server.close();
});
afterEach(async (context) => {
  if ("passed" in context) await workbench.keepFailure(context);
});

/** The colour of each word below `root`, as `#rrggbb`. */
async function colorsIn(root: Page | Frame, selector: string): Promise<Record<string, string>> {
  return root.evaluate(
    ([within = "", ...wanted]) => {
      const walker = document.createTreeWalker(
        document.querySelector(within) ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      const found: Record<string, string> = {};
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = (node.textContent ?? "").replaceAll("\u00a0", " ").trim();
        if (!wanted.includes(text) || !node.parentElement) continue;
        const parts = getComputedStyle(node.parentElement).color.match(/\d+/g) ?? [];
        found[text] ??= `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
      }
      return found;
    },
    [selector, ...words],
  );
}

for (const theme of ["Dark Modern", "Light Modern", "Monokai", "Solarized Light", "Default High Contrast"]) {
  test(`code of an answer has the editor's colours in ${theme}, also when the theme changes meanwhile`, async () => {
    await workbench.configure({ "workbench.colorTheme": theme });
    await workbench.until(`the page in ${theme}`, () =>
      frame.evaluate((id) => document.body.dataset.vscodeThemeId === id, theme),
    );
    const ground = await frame.evaluate(() =>
      getComputedStyle(document.body).getPropertyValue("--vscode-editor-background"),
    );
    let different: string[] = [];
    const same = async () => {
      const inEditor = await colorsIn(workbench.page, ".editor-instance .view-lines");
      const inAnswer = await colorsIn(frame, ".answer pre");
      different = words.flatMap((word) => {
        const [wanted = "", is = ""] = [inEditor[word], inAnswer[word]];
        const isReadable = (contrast(wanted, ground) ?? 0) >= 4.5;
        const fits = isReadable ? is === wanted : (contrast(is, ground) ?? 0) >= 4.5;
        return fits ? [] : [`${word}: ${wanted} in the editor, ${is} in the answer`];
      });
      return different.length === 0;
    };
    await workbench.until("the same colours", same).catch(() => assert.deepEqual(different, []));
    await workbench.screenshot(theme);
  });
}

test("the reader's own colours are taken over while the answer is open", async () => {
  await workbench.configure({
    "workbench.colorTheme": "Dark Modern",
    "editor.tokenColorCustomizations": { "[Dark Modern]": { numbers: "#ff00ff" } },
  });
  await workbench.until("the reader's colour", async () => {
    return (await colorsIn(frame, ".answer pre"))["42"] === "#ff00ff";
  });
});
