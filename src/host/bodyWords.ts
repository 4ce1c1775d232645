const longestSaid = 500;
// More is not looked through: pages may be megabytes, and some are made to keep a reader busy.
const longestRead = 20_000;

/** What must not be repeated: a key, or a key and the values of headers. */
type Secrets = string | readonly string[] | undefined;

/**
 * The sentence in a body that is no stream: the message of a JSON error in any of the shapes servers use, a bare
 * JSON string, or the text of a page. One line, clipped; what is hidden is blotted out.
 */
export function bodyWords(body: string, hidden: Secrets): string {
  return cleanWords(messageIn(parsed(body)) ?? body, hidden);
}

/** Whether a body is JSON that tells of an error, although the status said all was well. */
export function isErrorBody(body: string): boolean {
  return messageIn(parsed(body)) !== undefined;
}

/** One line of plain text: pages of HTML lose their tags, what is hidden is blotted out, the rest is clipped. */
export function cleanWords(said: string, hidden: Secrets): string {
  const plain = blotted(said, typeof hidden === "string" ? [hidden] : (hidden ?? []))
    .slice(0, longestRead)
    .replaceAll(userInfo, `$1${blot}@`)
    .replaceAll(secretParameter, `$1${blot}`)
    .replace(/<(script|style|title)\b[\s\S]*?(?:<\/\1>|$)/gi, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > longestSaid ? `${plain.slice(0, longestSaid)}…` : plain;
}

const blot = "***";
// What addresses carry: a name and password before the host, and parameters named as a key is.
const userInfo = /(https?:\/\/)[^/?#\s"'<>]*@/gi;
const secretParameter = /([?&][^=&#\s]*(?:key|token|secret|sig|password)[^=&#\s]*=)[^&#\s"'<>]+/gi;

/** A secret as it is, in an address, in JSON (of PHP too, which escapes slashes) and on a page. */
function writings(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const page = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const whole = secret.toWellFormed();
  return [secret, encodeURIComponent(whole), encodeURI(whole), json, json.replaceAll("/", "\\/"), page];
}

/** Blots what is hidden, however it is written. */
function blotted(said: string, hidden: readonly string[]): string {
  const written = hidden
    .filter((secret) => secret !== "")
    .flatMap(writings)
    // A secret that begins like another must not leave the rest of the longer one.
    .toSorted((a, b) => b.length - a.length);
  return written.reduce((text, each) => text.replaceAll(each, blot), said);
}

// Nothing tells of an error deeper inside; what is nested without end would take the stack.
const deepest = 5;

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** `{error: {message}}`, `{error: "…"}`, `{message}`, `{detail}`, `"…"`, and lists of these (Google). */
function messageIn(value: unknown, depth = 0): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null || depth > deepest) return undefined;
  if (Array.isArray(value)) return messageIn(value[0], depth + 1);
  const fields: Record<string, unknown> = { ...value };
  for (const name of ["error", "message", "detail"]) {
    const found = fields[name];
    if (typeof found === "string" && found) return found;
    const nested = name === "message" ? undefined : messageIn(found, depth + 1);
    if (nested !== undefined) return nested;
  }
  return undefined;
}
