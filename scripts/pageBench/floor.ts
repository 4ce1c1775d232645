import type { ToView } from "../../src/protocol.ts";

// The least a page can do that shows all of the text: one write a frame, a block for each paragraph, and
// blocks in groups that the browser may skip. It knows no steps, no Markdown and no reader.

const groupSize = 32;
const root = document.querySelector(".steps") ?? document.body;
const scroller = document.querySelector("main") ?? document.body;
let group: HTMLElement | undefined;
let paragraph: Text | undefined;
let waiting = "";
let asked = false;

function write(text: string): void {
  text.split("\n\n").forEach((part, index) => {
    if (index > 0) paragraph = undefined;
    if (!part) return;
    paragraph ??= newParagraph();
    paragraph.appendData(part);
  });
}

function newParagraph(): Text {
  if (!group || group.childElementCount === groupSize) {
    group?.classList.add("full");
    group = document.createElement("div");
    root.append(group);
  }
  const text = document.createTextNode("");
  const element = document.createElement("div");
  element.className = "paragraph";
  element.append(text);
  group.append(element);
  return text;
}

function clear(): void {
  root.replaceChildren();
  group = paragraph = undefined;
  waiting = "";
}

function flush(): void {
  asked = false;
  write(waiting);
  waiting = "";
  scroller.scrollTop = scroller.scrollHeight;
}

window.addEventListener("message", ({ data }: MessageEvent<ToView>) => {
  if (data.type !== "changes") return;
  if (data.reset) clear();
  for (const change of data.changes)
    if (change.op === "growStep" || change.op === "growAnswer") waiting += change.text;
  if (asked) return;
  asked = true;
  requestAnimationFrame(flush);
});
