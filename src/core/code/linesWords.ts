import type { CodeContext } from "../ask/codeContext.ts";

/** `:12–40`, to stand after a file's name. */
export function linesWords({ startLine, endLine }: Pick<CodeContext, "startLine" | "endLine">): string {
  return startLine === endLine ? `:${startLine}` : `:${startLine}–${endLine}`;
}
