import type { Cue } from "./cue.ts";
import { cuesEn } from "./cues.en.ts";
import { cuesZh } from "./cues.zh.ts";
import type { Marker } from "./marker.ts";
import { markersEn } from "./markers.en.ts";
import { markersZh } from "./markers.zh.ts";
import type { Titling } from "./titling.ts";
import { titlingEn } from "./titling.en.ts";
import { titlingZh } from "./titling.zh.ts";
import type { Turn } from "./turn.ts";
import { turnsEn } from "./turns.en.ts";
import { turnsZh } from "./turns.zh.ts";

/** All that is known of a language; a text in any other is cut by its structure alone. */
export interface Language {
  markers: readonly Marker[];
  cues: readonly Cue[];
  titling: Titling;
  turns: readonly Turn[];
}

/** One row a language. A text may mix them, so openers and cues of all are looked up at once. */
export const languages: readonly Language[] = [
  { markers: markersZh, cues: cuesZh, titling: titlingZh, turns: turnsZh },
  { markers: markersEn, cues: cuesEn, titling: titlingEn, turns: turnsEn },
];
