import { loadTexReader, mathmlOf, type TexReader } from "./mathml.ts";
import { safeMath } from "./safeHtml.ts";

/** Milliseconds of one task; what is left over waits for the next one. */
const slice = 8;

const waiting: HTMLElement[] = [];
let reader: TexReader | undefined;
let going = false;

/** Puts MathML in the place of each formula's source below `root`: at once as far as time allows, the rest soon. */
export function typeset(root: ParentNode): void {
  for (const place of root.querySelectorAll<HTMLElement>(".tex")) waiting.push(place);
  if (waiting.length === 0 || going) return;
  if (reader) setSome(reader);
  if (waiting.length > 0) void setRest();
}

async function setRest(): Promise<void> {
  going = true;
  try {
    reader ??= await loadTexReader();
    while (waiting.length > 0) {
      await new Promise((done) => setTimeout(done));
      // What was thrown away meanwhile is nobody's to see.
      while (waiting[0] && !waiting[0].isConnected) waiting.shift();
      setSome(reader);
    }
  } catch {
    // Without the reader every formula stays its source, and the next one tries again.
    waiting.length = 0;
  } finally {
    going = false;
  }
}

function setSome(by: TexReader): void {
  const end = performance.now() + slice;
  for (let place = waiting.shift(); place; place = waiting.shift()) {
    const { tex = "" } = place.dataset;
    const mathml = mathmlOf(by, tex, place.classList.contains("display"));
    if (mathml !== undefined) {
      place.replaceChildren(safeMath(mathml));
      place.classList.add("set");
      place.title = tex;
    }
    if (performance.now() > end) return;
  }
}
