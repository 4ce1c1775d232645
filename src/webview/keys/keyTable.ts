import { t } from "../l10n.ts";

/** Where a key counts: on a step's header, in the find box, anywhere but in a text box, or anywhere at all. */
export type KeyPlace = "header" | "find" | "page" | "everywhere";

interface KeyRow {
  /** What the key does; `wireKeys` must be given an action of this name. */
  does: string;
  place: KeyPlace;
  /** As `chordOf` writes them. */
  keys: readonly string[];
  words: () => string;
}

/** Every key of the page: the handler and the help sheet read this one table, so that the sheet cannot lie. */
export const keyTable = [
  { does: "nextStep", place: "header", keys: ["ArrowDown", "j"], words: () => t("Next step") },
  { does: "previousStep", place: "header", keys: ["ArrowUp", "k"], words: () => t("Previous step") },
  { does: "firstStep", place: "header", keys: ["Home"], words: () => t("First step") },
  { does: "lastStep", place: "header", keys: ["End"], words: () => t("Last step") },
  { does: "openStep", place: "header", keys: ["ArrowRight"], words: () => t("Open the step") },
  { does: "foldStep", place: "header", keys: ["ArrowLeft"], words: () => t("Fold the step") },
  { does: "toggleStep", place: "header", keys: ["Enter", " "], words: () => t("Open or fold the step") },
  { does: "expandAll", place: "page", keys: ["e"], words: () => t("Expand all") },
  { does: "collapseAll", place: "page", keys: ["c"], words: () => t("Collapse all") },
  { does: "runningStep", place: "page", keys: ["."], words: () => t("Go to the running or last step") },
  { does: "copyStep", place: "header", keys: ["y"], words: () => t("Copy the step") },
  { does: "judgeRight", place: "header", keys: ["1"], words: () => t("Judge the step right") },
  { does: "judgeWrong", place: "header", keys: ["2"], words: () => t("Judge the step wrong") },
  { does: "judgeUnsure", place: "header", keys: ["3"], words: () => t("Be unsure of the step") },
  { does: "judgeNot", place: "header", keys: ["0"], words: () => t("Take the verdict back") },
  {
    does: "rawText",
    place: "page",
    keys: ["r"],
    words: () => t("Show the reasoning as plain text or as Markdown"),
  },
  { does: "help", place: "page", keys: ["?"], words: () => t("Show these keys") },
  { does: "find", place: "page", keys: ["/"], words: () => t("Find") },
  { does: "find", place: "everywhere", keys: ["Mod+f"], words: () => t("Find") },
  { does: "nextMatch", place: "find", keys: ["Enter"], words: () => t("Next match") },
  { does: "previousMatch", place: "find", keys: ["Shift+Enter"], words: () => t("Previous match") },
  { does: "nextMatch", place: "everywhere", keys: ["F3"], words: () => t("Next match") },
  { does: "previousMatch", place: "everywhere", keys: ["Shift+F3"], words: () => t("Previous match") },
  { does: "matchCase", place: "find", keys: ["Alt+c"], words: () => t("Match case") },
  { does: "closeFind", place: "everywhere", keys: ["Escape"], words: () => t("Close the find box") },
  // After the find box, since the key closes that first.
  {
    does: "leaveStep",
    place: "page",
    keys: ["Escape"],
    words: () => t("Take the step's marks from the code"),
  },
] as const satisfies readonly KeyRow[];

export type KeyTableRow = (typeof keyTable)[number];
/** The actions of the keys that count at `Place`. */
export type ActionsAt<Place extends KeyPlace> = Extract<KeyTableRow, { place: Place }>["does"];

/** A key with what is held beside it: `Mod+f` (Ctrl, on a Mac Cmd), `Shift+Enter`, `Alt+c`, `?`. */
export function chordOf(event: KeyboardEvent): string {
  // With Alt a Mac types another sign, so the key is told by its place.
  const key = event.altKey && /^Key[A-Z]$/.test(event.code) ? event.code.slice(3) : event.key;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  return [
    mod ? "Mod" : "",
    other ? "Other" : "",
    event.altKey ? "Alt" : "",
    // A sign is typed with or without Shift as the keyboard has it.
    event.shiftKey && (key.length > 1 || mod) ? "Shift" : "",
    mod || event.altKey ? key.toLowerCase() : key,
  ]
    .filter((part) => part !== "")
    .join("+");
}

export const isMac = navigator.platform.startsWith("Mac");
