/**
 * The JSON texts in a body: the data of server-sent events, or one text a line, or the body itself.
 * `event: error` and GPUStack's `error: {…}` lines count as data; comments, field names and `[DONE]` do not.
 */
export function jsonTexts(body: string): string[] {
  const text = body.replace(/^\uFEFF/, "");
  if (!/(?:^|[\r\n])(?:data|event|error|id|retry)?:/.test(text)) return wholeOrLines(text);
  return text
    .split(/\r\n|\n|\r/)
    .map(dataOf)
    .filter((data) => data.trim() !== "" && data.trim() !== "[DONE]");
}

/** JSON may hold separators of lines that are none here (U+2028, U+2029), at which a `.` would stop. */
function dataOf(line: string): string {
  return /^(?:data|error):/.test(line) ? line.slice(line.indexOf(":") + 1) : "";
}

function wholeOrLines(text: string): string[] {
  if (isJson(text)) return [text];
  return text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
