import {
  CodeLens,
  commands,
  EventEmitter,
  l10n,
  languages,
  Range,
  SymbolKind,
  type Disposable,
  type DocumentSymbol,
  type TextDocument,
} from "vscode";
import { lensPlaces } from "../core/code/lensPlaces.ts";
import type { Lines } from "../core/code/sentLines.ts";
import type { RunCode } from "./runCode.ts";
import { settings } from "./settings.ts";
import { showStepCommand } from "./showStep.ts";

/** "3 steps about this" above functions, and lines outside of any, that steps speak of; where the reader wants it. */
export function registerStepLenses(code: RunCode): Disposable {
  const changed = new EventEmitter<void>();
  const parts: Disposable[] = [
    changed,
    code.onLeave(() => changed.fire()),
    code.onChange(() => changed.fire()),
    settings.onChange(() => changed.fire()),
    languages.registerCodeLensProvider("*", {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document) {
        const about = settings.codeLens() ? code.stepsAbout(document) : [];
        const run = code.record?.head.id;
        if (about.length === 0 || run === undefined) return [];
        return lensPlaces(about, await functionsIn(document)).map(
          ({ line, steps }) =>
            new CodeLens(new Range(line - 1, 0, line - 1, 0), {
              title: countWords(steps.length),
              command: showStepCommand,
              arguments: [run, steps],
            }),
        );
      },
    }),
  ];
  return {
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}

function countWords(count: number): string {
  return count === 1 ? l10n.t("1 step about this") : l10n.t("{0} steps about this", count);
}

const functionKinds: readonly SymbolKind[] = [SymbolKind.Function, SymbolKind.Method, SymbolKind.Constructor];

async function functionsIn({ uri }: TextDocument): Promise<Lines[]> {
  const found = await commands.executeCommand<DocumentSymbol[] | undefined>(
    "vscode.executeDocumentSymbolProvider",
    uri,
  );
  const linesIn = (symbols: readonly DocumentSymbol[]): Lines[] =>
    symbols.flatMap(({ kind, range, selectionRange, children }) => [
      ...(functionKinds.includes(kind) && !range.isSingleLine
        ? // A comment before it may belong to its range, and is no place for a lens.
          [{ startLine: selectionRange.start.line + 1, endLine: range.end.line + 1 }]
        : []),
      ...linesIn(children ?? []),
    ]);
  return linesIn((found ?? []).filter(({ selectionRange }) => selectionRange !== undefined));
}
