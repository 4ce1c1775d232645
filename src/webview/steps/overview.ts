import type { StepRecord } from "../../core/run/runRecord.ts";
import { el } from "../dom/dom.ts";
import { whenIdle } from "../dom/whenIdle.ts";
import { revealed } from "../../core/code/hiddenCharacters.ts";
import { kindLetters, kindWords } from "../words/kindWords.ts";
import { t } from "../l10n.ts";
import { wireRoving } from "../dom/roving.ts";
import { StepSpans, type StepSpan } from "./stepSpans.ts";
import { titleWords } from "../words/titleWords.ts";

type Steps = readonly Readonly<StepRecord>[];

/** The strip above the steps: a segment a step, as wide as its share of the text. */
export interface Overview {
  readonly element: HTMLElement;
  /** Draws what is new; not while the pointer is on the strip, so that nothing moves under it. */
  show(steps: Steps): void;
  /** Marks where the reader is. */
  mark(step: number): void;
  clear(): void;
}

/** Room in pixels for a segment and its gap; more steps than fit are joined. */
const room = 8;
const fewest = 16;
/** A tooltip names so many of the steps in a segment. */
const named = 6;

/** `go` takes the reader to a step by its number. */
export function createOverview(go: (step: number) => void): Overview {
  const element = el("div", { class: "overview", role: "toolbar", "aria-label": t("Overview of the steps") });
  const roving = wireRoving(element);
  /** Not known before the strip is laid out, which is when it is drawn first. */
  let most = 0;
  let spans = new StepSpans(fewest);
  let segments: Segment[] = [];
  let steps: Steps = [];
  let here = 0;

  const at = (step: number) => spans.spans.findIndex(({ to }) => step <= to);
  const drawMark = () => {
    const marked = here === 0 ? -1 : at(here);
    segments.forEach((segment, index) => segment.mark(index === marked));
    if (!element.contains(document.activeElement)) {
      roving.makeStop(segments[Math.max(0, marked)]?.element);
    }
  };
  const draw = () => {
    const focused = segments.find(({ element: button }) => button === document.activeElement)?.span.from;
    const before = spans.spans.length;
    const first = spans.read(steps);
    const now = spans.spans;
    while (segments.length < now.length) {
      const segment = new Segment();
      segments.push(segment);
      element.append(segment.element);
    }
    for (const { element: extra } of segments.splice(now.length)) extra.remove();
    const grain = grainOf(now);
    now.slice(first).forEach((span, index) => segments[first + index]?.show(span, { steps, grain }));
    if (focused !== undefined) segments[at(focused)]?.element.focus();
    if (before !== now.length) drawMark();
  };
  /** What there is to read comes first; the strip has its room already. */
  const drawFirst = () => void (steps.length > fewest ? whenIdle(draw) : requestAnimationFrame(draw));
  const show = (shown: Steps) => {
    steps = shown;
    if (most === 0 || element.matches(":hover")) return;
    if (segments.length > 0 || steps.length <= fewest) draw();
    else drawFirst();
  };
  const clear = () => {
    spans = new StepSpans(most || fewest);
    segments = [];
    steps = [];
    here = 0;
    element.replaceChildren();
  };
  const resize = (width: number) => {
    const fits = Math.max(fewest, Math.floor(width / room));
    if (width === 0 || fits === most) return;
    const joined = steps.length > Math.min(most, fits);
    most = fits;
    if (!joined && steps.length > 0) return;
    spans = new StepSpans(most);
    drawFirst();
  };

  element.addEventListener("pointerleave", draw);
  element.addEventListener("click", ({ target }) => {
    const segment = segments.find(({ element: button }) => target instanceof Node && button.contains(target));
    if (segment) go(segment.span.from);
  });
  new ResizeObserver(([entry]) => resize(entry?.contentRect.width ?? 0)).observe(element);

  return {
    element,
    show,
    mark(step) {
      here = step;
      drawMark();
    },
    clear,
  };
}

class Segment {
  span: StepSpan = { from: 0, to: 0, length: 0, kind: "frame", doubts: false, lengths: {} };
  readonly #bar = el("span");
  readonly element = el("button", { type: "button", class: "segment", tabindex: -1 }, this.#bar);

  /** As wide as its length in whole grains. */
  show(span: StepSpan, { steps, grain }: { steps: Steps; grain: number }): void {
    this.span = span;
    const { dataset, style } = this.element;
    if (dataset.kind !== span.kind) {
      dataset.kind = span.kind;
      // Not as text: its name says the whole word.
      this.#bar.dataset.letter = kindLetters[span.kind]();
    }
    style.flexGrow = String(Math.ceil(span.length / grain) * grain);
    this.element.toggleAttribute("data-doubts", span.doubts);
    this.element.toggleAttribute("data-running", steps[span.to - 1]?.closedAt === undefined);
    const words = spanWords(span, steps);
    if (words === this.element.title) return;
    this.element.title = words;
    this.element.setAttribute("aria-label", words);
  }

  mark(here: boolean): void {
    if (here) this.element.setAttribute("aria-current", "true");
    else this.element.removeAttribute("aria-current");
  }
}

/** Growth by less than this many characters would be less than a pixel, and yet have the whole strip drawn anew. */
function grainOf(spans: readonly StepSpan[]): number {
  const whole = spans.reduce((sum, { length }) => sum + length, 0);
  return 2 ** Math.max(0, Math.floor(Math.log2(whole / 1000)));
}

function spanWords({ from, to }: StepSpan, steps: Steps): string {
  const lines = steps.slice(from - 1, Math.min(to, from - 1 + named)).map((step, index) => {
    const line = `${from + index} ${kindWords[step.kind]()}: ${titleWords(step)}`;
    return step.doubts ? `${line} (${t("doubts an earlier result")})` : line;
  });
  const more = to - from + 1 - named;
  return revealed([...lines, ...(more > 0 ? [t("and {0} more steps", more)] : [])].join("\n"));
}
