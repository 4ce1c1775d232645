import assert from "node:assert/strict";
import { test } from "node:test";
import type { Endpoint } from "../../src/core/ask/endpoint.ts";
import { outgoing } from "../../src/core/ask/requestBody.ts";
import { curlCommand, requestText, shownRequest } from "../../src/core/ask/requestText.ts";

const endpoint: Endpoint = { name: "Mine", baseUrl: "https://example.com/v1/", model: "m", api: "chat" };
const shown = (more: Partial<Endpoint> = {}, content = "Why?", hasKey = true) => {
  const asked = { ...endpoint, ...more };
  return shownRequest(asked, outgoing(asked, [{ role: "user", content }]), hasKey);
};

const shellPiece =
  /'(?<single>[^']*)'|"(?<double>(?:[^"\\`$]|\$[A-Za-z_]\w*)*)"|\\(?<escaped>[^\n])|(?<space>(?:\\\n| )+)|(?<plain>[\w./:@%=+,-]+)/y;

/**
 * The words a POSIX shell makes of one command: quotes of both kinds, backslashes, and of all expansions only
 * `$NAME` between double quotes. Anything else that a shell would act upon is an error.
 */
function shellWords(command: string, variables: Record<string, string>): string[] {
  const words = [""];
  for (let at = 0; at < command.length; at = shellPiece.lastIndex) {
    shellPiece.lastIndex = at;
    const groups = shellPiece.exec(command)?.groups;
    assert.ok(groups, `a shell would act upon: ${command.slice(at, at + 40)}`);
    const { single, double, escaped, plain, space } = groups;
    const expanded = double?.replaceAll(/\$(\w+)/g, (_, name: string) => variables[name] ?? "");
    if (space === undefined) words.push(`${words.pop()}${single ?? expanded ?? escaped ?? plain}`);
    else words.push("");
  }
  return words;
}

const nasty = [
  "it's",
  "'; rm -rf / #",
  "$(touch /tmp/x)",
  "`id`",
  "${HOME} $HOME",
  '"quoted" \\ back\\\\slash',
  "two\nlines\r\n\ttab",
  "'''",
  "\\'",
  "!history !!",
  "a & b | c > d < e ; f * ? [x] {a,b} ~ #",
  "\u0000\u001b[31m",
  "😀 汉字 \ud800",
  "@/etc/passwd",
];

test("the reader of shell words reads as a shell does", () => {
  assert.deepEqual(shellWords(`a 'b c'"$K"\\'d \\\n  e`, { K: "k" }), ["a", "b ck'd", "e"]);
  for (const bad of ["a $(b)", "a `b`", "a; b", 'a "$(b)"', "a 'b", "a\nb"])
    assert.throws(() => shellWords(bad, {}), bad);
});

test("curl gets the very body, whatever the text holds, and nothing for the shell to act upon", () => {
  for (const content of nasty) {
    const note = content.replaceAll("\u0000", "");
    const request = shown({ headers: { "X-Note": note } }, content);
    const words = shellWords(curlCommand(request), { COT_API_KEY: "k3y" });
    const body: unknown = JSON.parse(words[words.indexOf("--data-raw") + 1] ?? "");
    assert.deepEqual(body, JSON.parse(JSON.stringify(request.body)), content);
    assert.equal(words[0], "curl");
    assert.ok(words.includes("https://example.com/v1/chat/completions"));
    assert.ok(words.includes("Authorization: Bearer k3y"), words.join("\n"));
    assert.ok(words.includes(`X-Note: ${note}`));
  }
});

test("the variable is the endpoint's, unless its name would do more than name one", () => {
  assert.ok(curlCommand(shown({ apiKeyEnv: "DEEPSEEK_API_KEY" })).includes('Bearer $DEEPSEEK_API_KEY"'));
  for (const apiKeyEnv of ["A B", "$(id)", "A;id", "1A", '"', "A\nB", "A-B"])
    assert.ok(curlCommand(shown({ apiKeyEnv })).includes('Bearer $COT_API_KEY"'), apiKeyEnv);
});

test("the text is method, address, headers and the body as JSON", () => {
  const text = requestText(shown({ headers: { "X-Title": "cot" } }));
  const [head = "", ...body] = text.split("\n\n");
  assert.deepEqual(head.split("\n"), [
    "POST https://example.com/v1/chat/completions",
    "Authorization: Bearer ***",
    "Content-Type: application/json",
    "X-Title: cot",
  ]);
  assert.deepEqual(JSON.parse(body.join("\n\n")), shown().body);
  assert.ok(!requestText(shown({}, "?", false)).includes("Authorization"));
  assert.ok(!curlCommand(shown({}, "?", false)).includes("Authorization"));
});

test("nothing that looks secret is shown: headers, address, added fields", () => {
  const secret = "s3cr3t-value";
  const headers = Object.fromEntries(
    ["authorization", "X-Api-Key", "api-key", "Cookie", "X-Auth-Token", "My-Secret", "x-goog-api-key"].map(
      (name) => [name, `Bearer ${secret}`],
    ),
  );
  const more = {
    headers: { ...headers, "X-Title": "seen" },
    baseUrl: `https://user:${secret}@example.com/v1?region=eu&api-key=${secret}&x=1`,
    extraBody: { api_key: secret, metadata: { access_token: secret }, max_tokens: 5, seen: "seen" },
  };
  assert.ok(!JSON.stringify(shown(more)).includes(secret), "what is kept holds no secret either");
  for (const text of [requestText(shown(more)), curlCommand(shown(more))]) {
    assert.ok(text.includes("region=eu") && text.includes("X-Title: seen"), text);
    assert.ok(text.includes('"max_tokens": 5') && text.includes('"seen": "seen"'), text);
    assert.equal(text.match(/authorization/gi)?.length, 1, "the user's own takes the key's place");
  }
});

test("a header's value cannot begin another line of the text", () => {
  assert.ok(!requestText(shown({ headers: { "X-A": "1\r\nX-B: 2" } })).includes("\nX-B"));
});
