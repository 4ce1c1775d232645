import { window } from "vscode";

/** Says why something was not done. */
export function showWarning(message: string): void {
  void window.showWarningMessage(message);
}
