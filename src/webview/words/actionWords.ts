import type { ViewAction } from "../../protocol.ts";
import { t } from "../l10n.ts";

interface ActionLook {
  label: () => string;
  icon?: string;
}

/** The words on the button of each action. */
export const actionWords: Readonly<Record<ViewAction, ActionLook>> = {
  stop: { label: () => t("Stop"), icon: "debug-stop" },
  caseAgainst: { label: () => t("Case Against"), icon: "law" },
  answerNow: { label: () => t("Answer Now"), icon: "reply" },
  raiseLimit: { label: () => t("Raise the Limit"), icon: "arrow-circle-up" },
  showBalance: { label: () => t("Show Balance"), icon: "credit-card" },
  addEndpoint: { label: () => t("Add Endpoint"), icon: "add" },
  setApiKey: { label: () => t("Set API Key"), icon: "key" },
  chooseEndpoint: { label: () => t("Choose Endpoint"), icon: "plug" },
  openSettings: { label: () => t("Open Settings"), icon: "gear" },
  trySample: { label: () => t("Try the Sample"), icon: "beaker" },
  resume: { label: () => t("Resume"), icon: "debug-continue" },
  showRequest: { label: () => t("Show Request"), icon: "file-code" },
  copyAll: { label: () => t("Copy All as Markdown"), icon: "copy" },
  askAgain: { label: () => t("Ask Again"), icon: "refresh" },
  openInEditor: { label: () => t("Open in Editor"), icon: "open-in-editor" },
  explain: { label: () => t("Explain") },
  findBugs: { label: () => t("Find Bugs") },
  improve: { label: () => t("Improve") },
  writeTests: { label: () => t("Write Tests") },
  showLog: { label: () => t("Show Log"), icon: "output" },
  manageTrust: { label: () => t("Manage Workspace Trust"), icon: "shield" },
};
