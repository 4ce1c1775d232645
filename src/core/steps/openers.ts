import { languages } from "./languages.ts";
import type { Marker } from "./marker.ts";
import type { PhraseTree } from "./phraseTree.ts";
import { treeOnDemand } from "./phraseTree.ts";
import type { StepKind } from "./step.ts";

/** What a sentence opens with. */
export interface Opener {
  markers: readonly Marker[];
  /** The summed weight of its markers. */
  weight: number;
  /** What the last marker that knows says the step does. */
  kind: StepKind | undefined;
}

const mostLeads = 3;
const leads = treeOf("lead");
const intents = treeOf("intent");
const deeds = treeOf("deed");
const acts = treeOf("act");

const noOpener: Opener = { markers: [], weight: 0, kind: undefined };

/** Reads how a sentence opens: "okay, so" + "I need to" + "check", "wait, but" + "what about". */
export function readOpener(words: readonly number[]): Opener {
  const [first] = words;
  if (
    first === undefined ||
    !(leads().mayBegin(first) || acts().mayBegin(first) || intents().mayBegin(first))
  )
    return noOpener;
  const markers = markersOf(words);
  let weight = 0;
  let kind: StepKind | undefined;
  for (const marker of markers) {
    weight += marker.weight;
    kind = marker.kind ?? kind;
  }
  return { markers, weight, kind };
}

function markersOf(words: readonly number[]): Marker[] {
  const markers: Marker[] = [];
  let at = 0;
  for (let lead = leads().longest(words, 0); lead; lead = leads().longest(words, at)) {
    markers.push(lead.row);
    at = lead.end;
    if (markers.length === mostLeads) break;
  }
  const act = acts().longest(words, at);
  const intent = act ? undefined : intents().longest(words, at);
  if (act) markers.push(act.row);
  if (intent) {
    const deed = deeds().longest(words, intent.end) ?? deeds().longest(words, intent.end + 1);
    markers.push(intent.row, ...(deed ? [deed.row] : []));
  }
  return markers;
}

function treeOf(role: Marker["role"]): () => PhraseTree<Marker> {
  const rows = languages.flatMap(({ markers }) => markers).filter((marker) => marker.role === role);
  return treeOnDemand(rows, (marker) => marker.opener);
}
