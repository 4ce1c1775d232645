/**
 * The JSON texts in a body: the data of server-sent events, or one text a line, or the body itself.
 * `event: error` and GPUStack's `error: {…}` lines count as data; comments, field names and `[DONE]` do not.
 */
export function jsonTexts(body: string): string[] {
  const text = body.replace(/^\uFEFF/, "");
  if (!/^(data|event|error|id|retry)\s*:/m.test(text)) return wholeOrLines(text);
  return text
    .split(/(?:\r\n|\n|\r)/)
    .map((line) => /^(?:data|error):\s?(.*)$/.exec(line)?.[1] ?? "")
    .filter((data) => data.trim() !== "" && data.trim() !== "[DONE]");
}

function wholeOrLines(text: string): string[] {
  try {
    JSON.parse(text);
    return [text];
  } catch {
    return text.split(/\r?\n/).filter((line) => line.trim() !== "");
  }
}
