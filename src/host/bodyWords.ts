const longestSaid = 500;

/** What must not be repeated: a key, or a key and the values of headers. */
export type Secrets = string | readonly string[] | undefined;

/**
 * The sentence in a body that is no stream: the message of a JSON error in any of the shapes servers use, a bare
 * JSON string, or the text of a page. One line, clipped, the secrets blotted out.
 */
export function bodyWords(body: string, secrets: Secrets): string {
  return cleanWords(messageIn(parsed(body)) ?? body, secrets);
}

/** Whether a body is JSON that tells of an error, although the status said all was well. */
export function isErrorBody(body: string): boolean {
  return messageIn(parsed(body)) !== undefined;
}

/** One line of plain text: pages of HTML lose their tags, secrets are blotted out, the rest is clipped. */
export function cleanWords(said: string, secrets: Secrets): string {
  const plain = blotted(said, typeof secrets === "string" ? [secrets] : (secrets ?? []))
    .replace(/<(script|style|title)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > longestSaid ? `${plain.slice(0, longestSaid)}…` : plain;
}

const blot = "***";
// What addresses carry: a name and password before the host, and parameters that are named like secrets.
const userInfo = /(https?:\/\/)[^/?#\s"'<>]*@/gi;
const secretParameter = /([?&][^=&#\s]*(?:key|token|secret|sig|password)[^=&#\s]*=)[^&#\s"'<>]+/gi;

/** Blots the secrets, also as they are written in an address, in JSON or on a page. */
function blotted(said: string, secrets: readonly string[]): string {
  const written = secrets
    .filter((secret) => secret !== "")
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      encodeURI(secret),
      JSON.stringify(secret).slice(1, -1),
      // PHP's way of writing JSON.
      secret.replaceAll("/", "\\/"),
      secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;"),
    ])
    // A secret that begins like another must not leave the rest of the longer one.
    .toSorted((a, b) => b.length - a.length);
  const clean = said.replaceAll(userInfo, `$1${blot}@`).replaceAll(secretParameter, `$1${blot}`);
  return written.reduce((text, each) => text.replaceAll(each, blot), clean);
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
