import { extensions, Uri, workspace, type Disposable } from "vscode";
import { readJsonc } from "../core/code/readJsonc.ts";
import {
  customRules,
  rulesOf,
  tokenColors,
  type TokenColors,
  type TokenRule,
} from "../core/code/tokenColors.ts";
import { fieldsOf } from "../core/wire/fields.ts";

/** Files that a theme may be made of: one that includes itself has an end. */
const mostFiles = 8;
const customizations = "editor.tokenColorCustomizations";

/**
 * The colours of code in a theme, the reader's own changes included; undefined where its files cannot be read, as
 * those of a theme that is installed on another machine than this extension. VS Code has no API for them
 * (microsoft/vscode#32813), only the themes' files.
 */
export async function readTokenColors(theme: string): Promise<TokenColors | undefined> {
  const file = fileOf(theme);
  if (!file) return undefined;
  try {
    const rules = await rulesIn(file, mostFiles);
    const own = customRules(workspace.getConfiguration().get(customizations), theme);
    return rules.length === 0 ? undefined : tokenColors([...rules, ...own]);
  } catch {
    return undefined;
  }
}

/** Told when `readTokenColors` may say something else. */
export function onTokenColorsChange(listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(customizations)) listener();
  });
}

function fileOf(theme: string): Uri | undefined {
  for (const { extensionUri, packageJSON } of extensions.all) {
    const manifest: unknown = packageJSON;
    const { themes } = fieldsOf(fieldsOf(manifest)["contributes"]);
    for (const each of Array.isArray(themes) ? themes : []) {
      const { id, label, path } = fieldsOf(each);
      if ((id ?? label) === theme && typeof path === "string") return Uri.joinPath(extensionUri, path);
    }
  }
  return undefined;
}

/** The rules of a theme's file, after those of the file it includes. */
async function rulesIn(file: Uri, files: number): Promise<TokenRule[]> {
  if (files === 0) return [];
  const { include, tokenColors: own } = fieldsOf(
    readJsonc(new TextDecoder().decode(await workspace.fs.readFile(file))),
  );
  const before =
    typeof include === "string" ? await rulesIn(Uri.joinPath(file, "..", include), files - 1) : [];
  return [...before, ...rulesOf(own)];
}
