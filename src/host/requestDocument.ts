import { env, l10n, Uri, window, workspace, type Disposable } from "vscode";
import { curlCommand, requestText, type ShownRequest } from "../core/ask/requestText.ts";
import type { Runs } from "./runs.ts";

const scheme = "cot-request";

/** What was sent for the shown run, to read in full or to try by hand. */
export interface RequestDocument extends Disposable {
  /** `of` holds another run than the one shown. */
  show(of?: Pick<Runs, "shown">): Promise<void>;
  copyAsCurl(): Promise<void>;
}

export function createRequestDocument(runs: Runs): RequestDocument {
  const texts = new Map<string, string>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => texts.get(uri.path) ?? "",
  });
  const closed = workspace.onDidCloseTextDocument(({ uri }) => {
    if (uri.scheme === scheme) texts.delete(uri.path);
  });

  /** The request, and after it the one that broke it off to have the answer. */
  const withRequests = async (
    use: (requests: ShownRequest[], id: string) => Promise<unknown>,
    of: Pick<Runs, "shown"> = runs,
  ) => {
    const record = (await of.shown())?.record;
    const requests = [record?.head.request, record?.answeredNow?.request].filter(
      (each) => each !== undefined,
    );
    if (record && requests.length > 0) await use(requests, record.head.id);
    else void window.showInformationMessage(l10n.t("Nothing was sent for this run."));
  };

  return {
    show: (of) =>
      withRequests(async (requests, id) => {
        const uri = Uri.from({ scheme, path: `/${id}.http` });
        texts.set(uri.path, requests.map(requestText).join("\n###\n\n"));
        await window.showTextDocument(await workspace.openTextDocument(uri));
      }, of),
    copyAsCurl: () =>
      withRequests(async (requests) => {
        const request = requests.at(-1);
        if (!request) return;
        await env.clipboard.writeText(curlCommand(request));
        const words = request.keyVariable
          ? l10n.t("Copied. The command reads the key from ${0}.", request.keyVariable)
          : l10n.t("Copied.");
        void window.showInformationMessage(words);
      }),
    dispose() {
      provider.dispose();
      closed.dispose();
    },
  };
}
