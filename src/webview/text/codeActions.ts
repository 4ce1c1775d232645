import type { CodeContext } from "../../core/ask/codeContext.ts";
import type { ToHost } from "../../protocol.ts";
import type { CodeAction } from "./codeBlocks.ts";
import type { Copy } from "../dom/copying.ts";
import { t } from "../l10n.ts";

export function copyAction(copy: Copy): CodeAction {
  return { label: t("Copy Code"), iconName: "copy", press: ({ text }, button) => copy(text, button) };
}

/** What can be done with the code blocks of an answer. `code` is what was asked about, if anything. */
export function answerActions({
  code,
  copy,
  post,
}: {
  code: CodeContext | undefined;
  copy: Copy;
  post: (message: ToHost) => void;
}): CodeAction[] {
  const replace: CodeAction = {
    label: t("Replace Selection…"),
    iconName: "diff",
    worded: true,
    press: ({ text }) => post({ type: "replaceSelection", code: text }),
  };
  return [
    // What happened to be in sight was not chosen by the reader, so nothing takes its place.
    ...(code && code.scope !== "visible" ? [replace] : []),
    {
      label: t("Insert at Cursor"),
      iconName: "insert",
      press: ({ text }) => post({ type: "insertCode", code: text }),
    },
    {
      label: t("Open as File"),
      iconName: "new-file",
      press: ({ text, language }) => post({ type: "openCode", code: text, language }),
    },
    copyAction(copy),
  ];
}
