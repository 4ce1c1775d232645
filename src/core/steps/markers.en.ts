import { actsEn } from "./acts.en.ts";
import { leadsEn } from "./leads.en.ts";
import type { Marker } from "./marker.ts";

export const markersEn: readonly Marker[] = [...leadsEn, ...actsEn];
