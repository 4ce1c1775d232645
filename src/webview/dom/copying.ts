import type { ToHost } from "../../protocol.ts";
import type { Announcer } from "./announcer.ts";
import { icon } from "./dom.ts";
import { t } from "../l10n.ts";

/** Copies a text; `button` is where it was asked for, if by a button. */
export type Copy = (text: string, button?: HTMLButtonElement) => void;

/** Copies through the host and shows on the button, if there is one, for a moment that it was done. */
export function createCopy(post: (message: ToHost) => void, announcer: Announcer): Copy {
  return (text, button) => {
    post({ type: "copy", text });
    announcer.say(t("Copied"));
    button?.replaceChildren(icon("check"));
    setTimeout(() => button?.replaceChildren(icon("copy")), 1500);
  };
}
