import { commands, env, Uri, window } from "vscode";
import type { ViewAction } from "../protocol.ts";
import type { CommandParts } from "./commandTable.ts";
import { copyRun } from "./copyRun.ts";
import { judge } from "./judge.ts";
import { revealLines } from "./revealLines.ts";
import { settings } from "./settings.ts";
import type { TakeIn } from "./takeIn.ts";
import type { ReaderIntent, Told } from "./viewer.ts";

/** The actions that go on from the run that is shown. */
const goesOn: Readonly<Record<ViewAction, boolean>> = {
  askAgain: true,
  resume: true,
  answerNow: true,
  caseAgainst: true,
  stop: false,
  showRequest: false,
  copyAll: false,
  openInEditor: false,
  explain: false,
  findBugs: false,
  improve: false,
  writeTests: false,
  trySample: false,
  chooseEndpoint: false,
  addEndpoint: false,
  raiseLimit: false,
  showBalance: false,
  setApiKey: false,
  openSettings: false,
  showLog: false,
  manageTrust: false,
};

/** True where a file's run must be in the history first. */
function addsToRun(intent: ReaderIntent): boolean {
  return intent.type === "act" ? goesOn[intent.action] : ["followUp", "judge"].includes(intent.type);
}

/** Does what a reader asked for in the view. */
export function followIntents(parts: CommandParts & { takeIn: TakeIn }): (told: Told) => void {
  const { asking, code, inCode, replacing, requests, viewer, takeIn, log } = parts;
  const follow = async ({ intent: message, own }: Told): Promise<unknown> => {
    const runs = own ? { shown: async () => own } : parts.runs;
    if (own && addsToRun(message)) await takeIn(own);
    switch (message.type) {
      case "ask":
        return asking.ask("ask", message.question);
      case "followUp":
        return commands.executeCommand("cotViewer.followUp", message.question);
      case "act":
        if (own && message.action === "copyAll") return copyRun(runs);
        if (own && message.action === "showRequest") return requests.show(runs);
        return commands.executeCommand(commandOf(message.action));
      case "judge":
        if (own) viewer.remark(own, { op: "judge", step: message.step, verdict: message.verdict });
        return judge(parts.runs, message.step, message.verdict);
      case "reveal":
        return revealLines((await runs.shown())?.record.head, message);
      case "copy":
        return env.clipboard.writeText(message.text);
      case "insertCode":
        return code.insert(message.code);
      case "openCode":
        return code.open(message.code, message.language);
      case "replaceSelection":
        return replacing.propose(message.code, runs);
      case "openLink":
        return openLink(message.href);
      case "openSteps":
        return settings.useOpening(message.opening);
      case "focusStep":
        return inCode.marks.mark(message.step, await runs.shown());
      case "leaveStep":
        return inCode.marks.clear();
      default:
        return message satisfies never;
    }
  };
  return (told) =>
    void follow(told).catch((error: unknown) => {
      log.error(error instanceof Error ? error : String(error));
      void window.showErrorMessage(error instanceof Error ? error.message : String(error));
    });
}

function commandOf(action: ViewAction): string {
  return action === "manageTrust" ? "workbench.trust.manage" : `cotViewer.${action}`;
}

/** Only web addresses: a model's text must not run commands or open files. */
async function openLink(href: string): Promise<void> {
  if (URL.canParse(href) && ["https:", "http:"].includes(new URL(href).protocol)) {
    await env.openExternal(Uri.parse(href, true));
  }
}
