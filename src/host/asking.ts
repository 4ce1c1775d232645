import { l10n, Selection, Uri, window, workspace, type Memento } from "vscode";
import { caseAgainst } from "../core/ask/caseAgainst.ts";
import { turnsOf } from "../core/ask/conversation.ts";
import { sampleEndpoint, sampleName, type Endpoint } from "../core/ask/endpoint.ts";
import type { CodeIntent } from "../core/ask/intent.ts";
import { canAnswerNow } from "../core/run/canAnswerNow.ts";
import { canArgue } from "../core/run/canArgue.ts";
import { canResume } from "../core/run/canResume.ts";
import type { RunHead } from "../core/run/change.ts";
import { codeOf } from "../core/run/codeOf.ts";
import type { RunRecord } from "../core/run/runRecord.ts";
import { pickForOneQuestion } from "./askWith.ts";
import { gatherContext } from "./codeContext.ts";
import { confirmSize, confirmStop, offerSettings, offerTrust } from "./consent.ts";
import type { Endpoints } from "./endpoints.ts";
import { pickQuestion, rememberQuestion } from "./questions.ts";
import { askedIn } from "./runHead.ts";
import type { Question, TakeUp } from "./runRequests.ts";
import type { Runs } from "./runs.ts";
import type { Viewer } from "./viewer.ts";
import { tick, type Deed } from "./walkthrough.ts";

/** From a command to a run: the code, the reader's consent, the view. */
export interface Asking {
  /** Asks about the code in the editor; the intent "ask" without a question asks the reader for one. */
  ask(intent: CodeIntent, question?: string): Promise<void>;
  /** Asks once with another effort or limit. */
  askWith(): Promise<void>;
  /** Asks the same again, with the same code. */
  again(): Promise<void>;
  /** Asks on in the conversation of the run that is shown; without a question asks the reader for one. */
  followUp(question?: string): Promise<void>;
  /** Has the endpoint in use argue against the answer that is shown. */
  caseAgainst(): Promise<void>;
  /** Takes up the run that is shown where it was stopped or cut. */
  resume(): Promise<void>;
  /** Has the run that is shown answer from what it has thought so far. */
  answerNow(): Promise<void>;
  trySample(): Promise<void>;
}

/** What decides whether a question may go out. */
type ToSend = Pick<Question, "intent" | "question" | "context" | "earlier" | "endpoint">;

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
  let sending = false;
  /** From consent to the run's beginning, one at a time: a key pressed twice must not be paid for twice. */
  const once = async (question: ToSend, deed: Deed, begin: () => Promise<void>) => {
    if (sending) return;
    sending = true;
    try {
      if (!(await mayAsk(question, runs.isRunning()))) return;
      tick(deed);
      await Promise.all([begin(), viewer.reveal()]);
    } finally {
      sending = false;
    }
  };
  const send = (question: Question, deed: Deed = "ask") => once(question, deed, () => runs.ask(question));

  /** The sample file that ships with the extension is asked about at the sample only. */
  const endpointOf = (head: RunHead): { endpoint?: Endpoint } =>
    head.sample && codeOf(head)?.uri.startsWith(extensionUri.toString()) ? { endpoint: sampleEndpoint } : {};

  /** What a question that goes on in a run's conversation takes along. */
  const goingOn = (record: Readonly<RunRecord>) => {
    const about = codeOf(record.head);
    return { earlier: turnsOf(record), ...(about ? { about } : {}), ...endpointOf(record.head) };
  };

  /** Everything that may keep a question from going out, each said to the reader. */
  const mayAsk = async (question: ToSend, running: boolean): Promise<boolean> => {
    if (!workspace.isTrusted && question.endpoint !== sampleEndpoint)
      return (await offerTrust()) && workspace.isTrusted;
    const fault = question.endpoint ? undefined : endpoints.fault();
    if (fault !== undefined) return offerSettings(fault);
    if (running && !(await confirmStop())) return false;
    return confirmSize(question, (question.endpoint ?? endpoints.active()).name);
  };

  const ask = async (intent: CodeIntent, question?: string, endpoint?: Endpoint) => {
    const context = await gatherContext();
    const text = question ?? (intent === "ask" ? await pickQuestion(memory) : "");
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

  const takeUp = async (how: TakeUp) => {
    const record = (await runs.shown())?.record;
    if (!record || !canTakeUp[how](record)) return;
    const endpoint = record.head.sample ? { endpoint: sampleEndpoint } : {};
    await once({ ...askedIn(record.head), ...endpoint }, "steer", () =>
      runs.takeUp(record, how, endpoint.endpoint),
    );
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
      const endpoint = endpointOf(head);
      await send({ ...askedIn(head), ...endpoint }, endpoint.endpoint ? "sample" : "ask");
    },
    async followUp(given) {
      const record = (await runs.shown())?.record;
      const question = given ?? (await pickQuestion(memory));
      if (!record || question === undefined) return;
      await rememberQuestion(memory, question);
      const asked = { intent: "ask" as const, question, ...goingOn(record) };
      await once(asked, "steer", () => {
        // What came until now belongs to the conversation.
        runs.stop();
        return runs.ask({ ...asked, earlier: turnsOf(record) });
      });
    },
    async caseAgainst() {
      const record = (await runs.shown())?.record;
      if (!record) return;
      if (endpoints.active().name === sampleName || record.head.sample) {
        void window.showInformationMessage(noneToArgue());
      } else if (canArgue(record)) {
        const question = caseAgainst(record);
        await send({ intent: "caseAgainst", question, ...goingOn(record) }, "steer");
      }
    },
    resume: () => takeUp("resume"),
    async answerNow() {
      if (runs.answerNow()) tick("steer");
      else await takeUp("answerNow");
    },
    async trySample() {
      await showSampleFunction(extensionUri);
      const context = await gatherContext();
      const question = { intent: "findBugs" as const, question: "", endpoint: sampleEndpoint };
      await send({ ...question, ...(context ? { context } : {}) }, "sample");
    },
  };
}

function noneToArgue(): string {
  return l10n.t(
    "The sample plays recorded traces; no model is there to argue against an answer. Choose an endpoint, then ask it.",
  );
}

const canTakeUp = { resume: canResume, answerNow: canAnswerNow };

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
