import type { ContenderName } from "./pages.ts";
import type { Figure, Figures } from "./scenarios.ts";

interface Row {
  words: string;
  figure: Figure;
  unit: "%" | "ms" | "MB";
  /** What the view should stay under; `times` is measured against the floor, without what the empty page costs. */
  goal?: number;
  times?: number;
}

const rows: readonly Row[] = [
  { words: "200 tokens/s, beginning: main thread busy", figure: "startBusy", unit: "%", goal: 15 },
  { words: "  a frame", figure: "startFrame", unit: "ms", times: 2 },
  { words: "  chunk to pixels, p50", figure: "startP50", unit: "ms", goal: 14 },
  { words: "  chunk to pixels, p99", figure: "startP99", unit: "ms", goal: 22 },
  { words: "  longest task", figure: "startLongest", unit: "ms", goal: 16 },
  { words: "200 tokens/s, after 200,000: main thread busy", figure: "endBusy", unit: "%", goal: 15 },
  { words: "  a frame", figure: "endFrame", unit: "ms", times: 2 },
  { words: "  chunk to pixels, p50", figure: "endP50", unit: "ms", goal: 14 },
  { words: "  chunk to pixels, p99", figure: "endP99", unit: "ms", goal: 22 },
  { words: "  longest task", figure: "endLongest", unit: "ms", goal: 16 },
  { words: "as fast as possible: main thread", figure: "rushBusy", unit: "ms" },
  { words: "  longest gap between frames", figure: "rushGap", unit: "ms" },
  { words: "100,000 messages of a token: longest gap", figure: "floodGap", unit: "ms", goal: 100 },
  { words: "  main thread", figure: "floodBusy", unit: "ms" },
  { words: "saved run: first paint", figure: "reopenFirst", unit: "ms", goal: 60 },
  { words: "  ready", figure: "reopenReady", unit: "ms", goal: 100 },
  { words: "  main thread", figure: "reopenBusy", unit: "ms" },
  { words: "  heap after it", figure: "heapFirst", unit: "MB", goal: 60 },
  { words: "  heap after ten times", figure: "heapLast", unit: "MB", goal: 60 },
];

export type Measurements = Record<ContenderName, Figures[]>;

/** The medians side by side, and how many times the floor's the view's are, net of the empty page's. */
export function printTable(measurements: Measurements): void {
  const line = (...cells: string[]) => {
    const [words = "", ...numbers] = cells;
    console.log(words.padEnd(48) + numbers.map((cell) => cell.padStart(10)).join(""));
  };
  line("", "empty", "floor", "view", "÷ floor", "net", "goal");
  for (const { words, figure, unit, goal, times } of rows) {
    const [empty, floor, view] = (["empty", "floor", "view"] as const).map((name) =>
      medianOf(measurements[name], figure),
    );
    if (view === undefined) continue;
    const wanted = [goal && `${goal} ${unit}`, times && `net ${times}×`].filter(Boolean).join(", ");
    const shown = (value: number | undefined) => (value === undefined ? "" : `${value.toFixed(1)} ${unit}`);
    line(
      words,
      shown(empty),
      shown(floor),
      shown(view),
      ratio(view, floor),
      ratio(view - (empty ?? 0), floor && floor - (empty ?? 0)),
      wanted,
    );
  }
}

function ratio(one: number, other: number | undefined): string {
  return other && other > 0 ? `${(one / other).toFixed(1)}×` : "";
}

function medianOf(runs: readonly Figures[], figure: Figure): number | undefined {
  const values = runs.flatMap((run) => run[figure] ?? []).toSorted((one, other) => one - other);
  return values[values.length >> 1];
}
