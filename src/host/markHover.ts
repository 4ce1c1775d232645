import { Hover, l10n, languages, MarkdownString, type Disposable } from "vscode";
import type { Lines } from "../core/code/sentLines.ts";
import type { RunRecord } from "../core/run/runRecord.ts";
import type { LineMarks } from "./lineMarks.ts";
import type { RunCode } from "./runCode.ts";
import { showStepCommand } from "./showStep.ts";
import { stepName } from "./stepName.ts";

/** What a mark in the editor says: the steps that speak of its line, each leading to the step in the viewer. */
export function registerMarkHover(code: RunCode, marks: LineMarks): Disposable {
  return languages.registerHoverProvider("*", {
    provideHover(document, { line }) {
      const holds = ({ startLine, endLine }: Lines) => startLine - 1 <= line && line < endLine;
      if (!code.record || !marks.linesIn(document).some(holds)) return undefined;
      const about = code
        .stepsAbout(document)
        .filter(holds)
        .map(({ step }) => step);
      return new Hover(words(code.record, [...new Set(about)]));
    },
  });
}

/** The model's words are text here, and the one link there can be is to a step. */
function words({ head, steps }: Readonly<RunRecord>, about: readonly number[]): MarkdownString {
  const text = new MarkdownString(`**${l10n.t("Reasoning")}**\n`);
  text.isTrusted = { enabledCommands: [showStepCommand] };
  for (const number of about) {
    const step = steps[number - 1];
    if (!step) continue;
    const { kind, title } = stepName(number, step);
    const given = encodeURIComponent(JSON.stringify([head.id, [number]]));
    text.appendMarkdown(`\n- [${kind}](command:${showStepCommand}?${given} "${l10n.t("Show the step")}"): `);
    text.appendText(title);
  }
  return text;
}
