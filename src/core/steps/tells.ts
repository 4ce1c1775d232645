import type { Traits } from "./traits.ts";
import { drawers } from "./traits.ts";

/** One trait, or two or three that mean more together. */
export interface Tell {
  name: string;
  size: number;
  at(traits: Traits): number;
}

/** Of all that may tell a cut; the learned weights have a row for each, drawer by drawer. */
export const tells: readonly Tell[] = (
  [
    ["opener", "stepWords"],
    ["opener", "ownWords"],
    ["opener", "usualWords"],
    ["opener", "next"],
    ["ending", "nextShape"],
    ["ending", "ownWords"],
    ["ending", "nextShape", "stepWords"],
    ["stepShape", "shape"],
    ["stepEnding"],
    ["stepWordsFine"],
    ["ownWords"],
    ["usualWords", "stepWords"],
    ["next"],
    ["paragraphs"],
    ["stepToUsual"],
    ["ownToUsual"],
    ["lastWords"],
    ["known"],
    ["nextKnown"],
    ["sentences"],
    ["later"],
    ["traceWords"],
    ["traceWords", "stepWords"],
    ["traceWords", "opener"],
    ["cjk"],
    ["cjk", "stepWords"],
    ["cjk", "ownWords"],
    ["cjk", "opener"],
    ["symbols"],
    ["sister", "usualWords"],
    ["nextSister"],
  ] as const
).map(tellOf);

function tellOf(traits: readonly (keyof Traits)[]): Tell {
  return {
    name: traits.join(", "),
    size: traits.reduce((size, trait) => size * drawers[trait], 1),
    at: (found) => traits.reduce((at, trait) => at * drawers[trait] + found[trait], 0),
  };
}
