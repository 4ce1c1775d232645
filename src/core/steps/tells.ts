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
    ["symbols", "opener"],
    ["names", "stepWords"],
    ["sister", "usualWords"],
    ["nextSister"],
  ] as const
).map(tellOf);

function tellOf([first, second, third]: readonly [keyof Traits, (keyof Traits)?, (keyof Traits)?]): Tell {
  const name = [first, second, third].filter((trait) => trait !== undefined).join(", ");
  const size = drawers[first];
  if (second === undefined) return { name, size, at: (traits) => traits[first] };
  const seconds = drawers[second];
  const pairAt = (traits: Traits): number => traits[first] * seconds + traits[second];
  if (third === undefined) return { name, size: size * seconds, at: pairAt };
  const thirds = drawers[third];
  const at = (traits: Traits): number => pairAt(traits) * thirds + traits[third];
  return { name, size: size * seconds * thirds, at };
}
