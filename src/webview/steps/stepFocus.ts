import type { ToHost } from "../../protocol.ts";

/** Tells which step the reader is at: on its header, or in its text. */
export interface StepFocus {
  /** The host is to forget it; false where it was told of none. */
  leave(): boolean;
}

export function tellStepFocus(
  list: HTMLElement,
  { post, at }: { post: (message: ToHost) => void; at: (step: number) => void },
): StepFocus {
  let told = false;
  const stepOf = (target: EventTarget | null) => {
    const row = target instanceof Element && target.closest<HTMLElement>("[data-step]");
    return row ? Number(row.dataset.step) : undefined;
  };
  const tell = ({ target }: Event) => {
    const step = stepOf(target);
    if (step === undefined) return;
    told = true;
    post({ type: "focusStep", step });
    at(step);
  };
  list.addEventListener("focusin", tell);
  // A step's text takes no focus.
  list.addEventListener("click", tell);
  return {
    leave() {
      if (!told) return false;
      told = false;
      post({ type: "leaveStep" });
      return true;
    },
  };
}
