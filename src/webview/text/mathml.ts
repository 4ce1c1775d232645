import type Temml from "temml";
import { revealed } from "../../core/code/hiddenCharacters.ts";

export type TexReader = typeof Temml;

/** Formulas are rare and their reader is large, so it is loaded with the first one. */
export async function loadTexReader(): Promise<TexReader> {
  const { default: reader } = await import("temml");
  return reader;
}

const frame = 'style="padding:3pt;border:1px solid;"';
const mostDepth = 40;
/** What defines macros: 1,000 uses of one of 2,000 signs take 20 seconds. */
const definition = /\\(?:[egx]?def|g?let|futurelet|global|long|(?:re)?newcommand|providecommand)(?![A-Za-z])/;

/**
 * A formula as MathML that still has to go through `safeMath`; undefined when it is not understood, or made
 * to take long.
 */
export function mathmlOf(reader: TexReader, tex: string, displayMode: boolean): string | undefined {
  if (definition.test(tex) || depthOf(tex) > mostDepth || revealed(tex) !== tex) return undefined;
  try {
    const mathml = reader.renderToString(tex, {
      displayMode,
      throwOnError: true,
      maxSize: [10, 10],
      maxExpand: 300,
    });
    // A frame is the one style that carries meaning. The others go before anything parses them: a style that the
    // content security policy refuses is reported even where it is only parsed.
    return mathml.replaceAll(frame, 'class="boxed"').replaceAll(/ style="[^"]*"/g, "");
  } catch {
    // Its own errors and those of the engine (a stack that overflows) mean the same: the source is shown.
    return undefined;
  }
}

function depthOf(tex: string): number {
  let depth = 0;
  let most = 0;
  for (const sign of tex.match(/\\(?:left|right|begin|end)(?![A-Za-z])|\\.|[{}^_]/gs) ?? []) {
    if (sign === "{" || sign === "\\left" || sign === "\\begin") depth++;
    if (sign === "}" || sign === "\\right" || sign === "\\end") depth--;
    most = Math.max(most, depth);
  }
  return most;
}
