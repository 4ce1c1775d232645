const strings = String.raw`"(?:[^"\\]|\\.)*"`;
const comments = new RegExp(String.raw`(${strings})|//[^\n]*|/\*[^]*?\*/`, "g");
const lastCommas = new RegExp(String.raw`(${strings})|,(?=\s*[}\]])`, "g");

/** JSON with comments and commas before closing brackets, as VS Code's own files have; throws as `JSON.parse` does. */
export function readJsonc(text: string): unknown {
  const keepStrings = (_: string, kept: string | undefined) => kept ?? "";
  return JSON.parse(
    text
      .replace(/^\uFEFF/, "")
      .replace(comments, keepStrings)
      .replace(lastCommas, keepStrings),
  );
}
