import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

/** What each room may import: rooms, packages, built-in modules ("node:" is all of them). */
const allowed: Record<string, string[]> = {
  "src/core": ["src/core"],
  "src/protocol": ["src/protocol", "src/core"],
  "src/host": ["src/host", "src/protocol", "src/core", "vscode", "node:", "openai"],
  "src/webview": ["src/webview", "src/protocol", "src/core", "marked", "dompurify", "highlight.js", "temml"],
  "src/demo": ["src/demo", "src/protocol", "src/core", "node:"],
  "src/extension": ["src/extension", "src/host", "src/demo", "vscode", "node:path"],
};

/** What only the named files may say. */
const reserved = [
  {
    what: "sets HTML",
    pattern: /(inner|outer)HTML|insertAdjacentHTML|DOMParser|setHTML|createContextualFragment|srcdoc/,
    files: ["src/webview/text/safeHtml.ts"],
  },
  {
    what: "knows the SDK",
    pattern: /["'`]openai["'`]/,
    files: ["src/host/model.ts", "src/host/modelError.ts"],
  },
  { what: "reads or writes keys", pattern: /\bsecrets\s*(\?\.|\.|\[)/, files: ["src/host/keys.ts"] },
  {
    what: "loads the SDK before the first question",
    pattern: /\b(import|export)\b(?!\s+type\b)[^;("'`]*["'`]openai["'`]/,
    files: [],
  },
  {
    what: "imports past the walk",
    pattern: /\brequire\s*[(.]|createRequire|getBuiltinModule|\bimport\s*\(\s*[^"\s]|<reference/,
    files: [],
  },
];

const longestFile = 200;

interface Source {
  /** From the root of the repository, with forward slashes. */
  file: string;
  text: string;
}

const sources = globSync("src/**/*.ts").map((file): Source => {
  return { file: file.replaceAll("\\", "/"), text: readFileSync(file, "utf8") };
});

test("every file of src lives in a room and imports only what the room may", () => {
  assert.ok(sources.length > 0);
  assert.deepEqual(sources.flatMap(faultsOf), []);
});

test("the walk sees every way to import and every reserved word", () => {
  const faulty: [file: string, text: string][] = [
    ["src/core/a.ts", `import { window } from "vscode";`],
    ["src/core/a.ts", `import "node:fs";`],
    ["src/core/a.ts", `import { a } from "core";`],
    ["src/core/a.ts", `import {\n  a,\n  b,\n} from "../host/keys.ts";`],
    ["src/core/a.ts", `import type { ToView } from "../protocol.ts";`],
    ["src/core/a.ts", `export * from "../webview/dom.ts";`],
    ["src/core/a.ts", `const fs = await import("node:fs");`],
    ["src/core/a.ts", `type Uri = import("vscode").Uri;`],
    ["src/core/a.ts", `const fs = await import(name);`],
    ["src/core/a.ts", `const fs = require("fs");`],
    ["src/core/a.ts", `export { a } from "./b";`],
    ["src/core/a.ts", "\n".repeat(longestFile) + "end"],
    ["src/protocol.ts", `import { a } from "./host/keys.ts";`],
    ["src/host/a.ts", `import { a } from "../webview/dom.ts";`],
    ["src/host/a.ts", `import { a } from "../demo/play.ts";`],
    ["src/host/a.ts", `import { a } from "vscode-languageclient";`],
    ["src/host/a.ts", `const key = await context.secrets.get(name);`],
    ["src/host/a.ts", `const { OpenAI } = await import("openai");`],
    ["src/host/model.ts", `import OpenAI from "openai";`],
    ["src/host/model.ts", `import type { A } from "./a.ts";\nimport OpenAI, { type B } from "openai";`],
    ["src/webview/a.ts", `import { a } from "../host/keys.ts";`],
    ["src/webview/a.ts", `import * as vscode from "vscode";`],
    ["src/webview/a.ts", `body.innerHTML = text;`],
    ["src/demo/a.ts", `import { a } from "../host/keys.ts";`],
    ["src/extension.ts", `import { a } from "./core/ask/intent.ts";`],
    ["src/tools/a.ts", `export const inNoRoom = 1;`],
  ];
  const unseen = faulty.filter(([file, text]) => faultsOf({ file, text }).length === 0);
  assert.deepEqual(unseen, []);
});

test("the walk lets through what is allowed", () => {
  const right: [file: string, text: string][] = [
    ["src/core/steps/a.ts", `import { a } from "./b.ts";\nimport type { c } from "../run/change.ts";`],
    ["src/host/model.ts", `import type OpenAI from "openai";\nconst sdk = await import("openai");`],
    ["src/webview/a.ts", `import go from "highlight.js/lib/languages/go";`],
    ["src/webview/text/safeHtml.ts", `template.innerHTML = clean;`],
    ["src/extension.ts", `import { join } from "node:path";\ncreateKeys(context.secrets);`],
  ];
  assert.deepEqual(
    right.flatMap(([file, text]) => faultsOf({ file, text })),
    [],
  );
});

function faultsOf(source: Source): string[] {
  const { file, text } = source;
  const room = roomOf(file);
  const rules = allowed[room];
  if (!rules) return [`${file} is in no room`];
  const imports = importsOf(source)
    .filter((name) => !rules.some((rule) => covers(rule, name)))
    .map((name) => `${file}: ${room} may not import ${name}`);
  const words = reserved
    .filter(({ pattern, files }) => pattern.test(text) && !files.includes(file))
    .map(({ what }) => `${file} ${what}`);
  const lines = text.trimEnd().split("\n").length;
  return [...imports, ...words, ...(lines > longestFile ? [`${file} has ${lines} lines`] : [])];
}

/** The room of each imported file, and each package by its whole name; comments are read too, which only errs safely. */
function importsOf({ file, text }: Source): string[] {
  const specifiers = text.matchAll(/\b(?:from|import)\s*\(?\s*["'`]([^"'`]+)["'`]/g);
  return Array.from(specifiers, ([, name = ""]) => {
    if (!name.startsWith(".")) return name;
    return name.endsWith(".ts") ? roomOf(path.posix.join(path.posix.dirname(file), name)) : name;
  });
}

/** `src/core/run/run.ts` is in `src/core`, and `src/protocol.ts` is a room of its own. */
function roomOf(file: string): string {
  return /^src\/[^/.]+/.exec(file)?.[0] ?? file;
}

function covers(rule: string, name: string): boolean {
  return rule.endsWith(":") ? name.startsWith(rule) : name === rule || name.startsWith(`${rule}/`);
}
