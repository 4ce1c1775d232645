import { languages } from "./languages.ts";
import type { Marker } from "./marker.ts";
import type { PhraseTree } from "./phraseTree.ts";
import { longestPhrase, mayBegin, treeOnDemand } from "./phraseTree.ts";
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
    !(mayBegin(leads(), first) || mayBegin(acts(), first) || mayBegin(intents(), first))
  )
    return noOpener;
  const markers = markersOf(words);
  return {
    markers,
    weight: markers.reduce((sum, marker) => sum + marker.weight, 0),
    kind: markers.findLast((marker) => marker.kind)?.kind,
  };
}

function markersOf(words: readonly number[]): Marker[] {
  const markers: Marker[] = [];
  let at = 0;
  function take(tree: () => PhraseTree<Marker>, skip = 0): boolean {
    const found = longestPhrase(tree(), words, at + skip);
    if (!found) return false;
    markers.push(found.row);
    at = found.end;
    return true;
  }
  while (markers.length < mostLeads && take(leads));
  if (!take(acts) && take(intents)) take(deeds) || take(deeds, 1);
  return markers;
}

function treeOf(role: Marker["role"]): () => PhraseTree<Marker> {
  const rows = languages.flatMap(({ markers }) => markers).filter((marker) => marker.role === role);
  return treeOnDemand(rows, (marker) => marker.opener);
}
