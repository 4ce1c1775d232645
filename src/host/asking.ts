import { commands, l10n, Selection, Uri, window, workspace, type Memento } from "vscode";
import { turnsOf } from "../core/ask/conversation.ts";
import { sampleEndpoint, type Endpoint } from "../core/ask/endpoint.ts";
import type { Intent } from "../core/ask/intent.ts";
import { questionOf, userMessage } from "../core/ask/messages.ts";
import type { RunHead } from "../core/run/change.ts";
import { estimateTokens } from "../core/run/estimateTokens.ts";
import { isOver } from "../core/run/runStatus.ts";
import { pickForOneQuestion } from "./askWith.ts";
import { gatherContext } from "./codeContext.ts";
import type { Endpoints } from "./endpoints.ts";
import { pickQuestion, recallQuestions, rememberQuestion } from "./questions.ts";
import type { Question, Runs } from "./runs.ts";
import type { Viewer } from "./viewer.ts";

/** From a command to a run: the code, the reader's consent, the view. */
export interface Asking {
  /** Asks about the code in the editor; the intent "ask" without a question asks the reader for one. */
  ask(intent: Intent, question?: string): Promise<void>;
  /** Asks once with another effort or limit. */
  askWith(): Promise<void>;
  /** Asks the same again, with the same code. */
  again(): Promise<void>;
  /** Asks on in the conversation of the run that is shown; without a question asks the reader for one. */
  followUp(question?: string): Promise<void>;
  /** Takes up the run that is shown where it was stopped or cut. */
  resume(): Promise<void>;
  trySample(): Promise<void>;
}

const largeTokens = 16_000;

/** What decides whether a question may go out. */
interface ToSend extends Pick<Question, "intent" | "question" | "context"> {
  endpoint?: Endpoint;
}

export function createAsking({
  runs,
  viewer,
  endpoints,
  memory,
  extensionUri,
}: {
  runs: Runs;
  viewer: Viewer;
  endpoints: Endpoints;
  memory: Memento;
  extensionUri: Uri;
}): Asking {
  const send = async (question: Question) => {
    if (!(await mayAsk(question, runs.isRunning()))) return;
    await Promise.all([runs.ask(question), viewer.reveal()]);
  };

  /** Everything that may keep a question from going out, each said to the reader. */
  const mayAsk = async (question: ToSend, running: boolean): Promise<boolean> => {
    if (!workspace.isTrusted && question.endpoint !== sampleEndpoint)
      return (await offerTrust()) && workspace.isTrusted;
    if (running && !(await confirmStop())) return false;
    return confirmSize(question, (question.endpoint ?? endpoints.active()).name);
  };

  const ask = async (intent: Intent, question?: string, endpoint?: Endpoint) => {
    const context = await gatherContext();
    const text = question ?? (intent === "ask" ? await pickQuestion(recallQuestions(memory)) : "");
    if (text === undefined) return;
    if (!context && intent !== "ask") {
      void window.showInformationMessage(l10n.t("Open a file and select the code you want to ask about."));
      return;
    }
    if (intent === "ask") await rememberQuestion(memory, text);
    await send({
      intent,
      question: text,
      ...(context ? { context } : {}),
      ...(endpoint ? { endpoint } : {}),
    });
  };

  return {
    ask: (intent, question) => ask(intent, question),
    async askWith() {
      const picked = await pickForOneQuestion(endpoints.active());
      if (picked) await ask(picked.intent, undefined, picked.endpoint);
    },
    async again() {
      const head = (await runs.shown())?.record.head;
      if (!head) return;
      const { intent, question, context, earlier } = head;
      await send({ intent, question, ...(context ? { context } : {}), ...(earlier ? { earlier } : {}) });
    },
    async followUp(given) {
      const record = (await runs.shown())?.record;
      const question = given ?? (await pickQuestion(recallQuestions(memory)));
      if (!record || question === undefined) return;
      await rememberQuestion(memory, question);
      await send({ intent: "ask", question, earlier: turnsOf(record) });
    },
    async resume() {
      const record = (await runs.shown())?.record;
      if (!record || !isOver(record.status) || !(await mayAsk(askedIn(record.head), false))) return;
      await Promise.all([runs.resume(record), viewer.reveal()]);
    },
    async trySample() {
      await showSampleFunction(extensionUri);
      const context = await gatherContext();
      await send({
        intent: "findBugs",
        question: "",
        endpoint: sampleEndpoint,
        ...(context ? { context } : {}),
      });
    },
  };
}

function askedIn({ intent, question, context }: RunHead): ToSend {
  return { intent, question, ...(context ? { context } : {}) };
}

async function offerTrust(): Promise<boolean> {
  const manage = l10n.t("Manage Workspace Trust");
  const text = l10n.t(
    "This workspace is not trusted, so its code is not sent anywhere. Reading runs still works.",
  );
  if ((await window.showWarningMessage(text, manage)) === manage) {
    await commands.executeCommand("workbench.trust.manage");
  }
  return workspace.isTrusted;
}

async function confirmStop(): Promise<boolean> {
  const stop = l10n.t("Stop and Ask");
  const text = l10n.t(
    "A question is still being answered. Stop it and ask the new one? What has come is kept.",
  );
  return (await window.showWarningMessage(text, { modal: true }, stop)) === stop;
}

async function confirmSize({ intent, question, context }: ToSend, endpoint: string): Promise<boolean> {
  const tokens = estimateTokens(userMessage(questionOf(intent, question), context));
  if (tokens < largeTokens || !context) return true;
  const send = l10n.t("Send");
  const lines = context.endLine - context.startLine + 1;
  const count = Math.round(tokens / 1000);
  const text = l10n.t("Send {0} lines, about {1} thousand tokens, to {2}?", lines, count, endpoint);
  return (await window.showWarningMessage(text, { modal: true }, send)) === send;
}

/** Opens the sample with the planted bug and selects its function. */
async function showSampleFunction(extensionUri: Uri): Promise<void> {
  const file = Uri.joinPath(extensionUri, "media", "sample", "workspace", "src", "range.ts");
  const document = await workspace.openTextDocument(file);
  const editor = await window.showTextDocument(document);
  const from = document.getText().search(/^export function parseRange/m);
  const to = document.getText().indexOf("\n}", from) + 2;
  editor.selection = new Selection(document.positionAt(from), document.positionAt(to));
  editor.revealRange(editor.selection);
}
