const longestSaid = 500;

/**
 * The sentence in a body that is no stream: the message of a JSON error in any of the shapes servers use, a bare
 * JSON string, or the text of a page. One line, clipped, the key blotted out.
 */
export function bodyWords(body: string, key: string | undefined): string {
  return cleanWords(messageIn(parsed(body)) ?? body, key);
}

/** Whether a body is JSON that tells of an error, although the status said all was well. */
export function isErrorBody(body: string): boolean {
  return messageIn(parsed(body)) !== undefined;
}

/** One line of plain text: pages of HTML lose their tags, the key is blotted out, the rest is clipped. */
export function cleanWords(said: string, key: string | undefined): string {
  const blotted = key ? said.replaceAll(key, "***") : said;
  const plain = blotted
    .replace(/<(script|style|title)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > longestSaid ? `${plain.slice(0, longestSaid)}…` : plain;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** `{error: {message}}`, `{error: "…"}`, `{message}`, `{detail}`, `"…"`, and lists of these (Google). */
function messageIn(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return messageIn(value[0]);
  if (typeof value !== "object" || value === null) return undefined;
  const fields: Record<string, unknown> = { ...value };
  for (const name of ["error", "message", "detail"]) {
    const found = fields[name];
    if (typeof found === "string" && found) return found;
    const nested = name === "message" ? undefined : messageIn(found);
    if (nested !== undefined) return nested;
  }
  return undefined;
}
