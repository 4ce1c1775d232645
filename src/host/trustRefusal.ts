import { l10n, workspace } from "vscode";

/** Why files may not be changed here, if so. */
export function trustRefusal(): string | undefined {
  if (workspace.isTrusted) return undefined;
  return l10n.t("This workspace is not trusted, so its files are not changed. The code can still be copied.");
}
