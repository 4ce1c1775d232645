import { isOver } from "../core/run/runStatus.ts";
import type { ToView } from "../protocol.ts";
import { el } from "./dom/dom.ts";
import type { Page } from "./page.ts";
import type { RunView } from "./runView.ts";
import { untrustedNote, welcome } from "./ask/welcome.ts";

type Setup = Extract<ToView, { type: "setup" }>;

/** What depends on endpoint, trust and settings: the welcome where no run is, and whether one may ask. */
interface SetupView {
  readonly canAsk: boolean;
  show(setup: Setup): void;
  /** Call when a run appears, ends or goes. */
  refresh(): void;
}

export function createSetupView(page: Page, run: () => RunView): SetupView {
  let setup: Setup | undefined;
  const place = el("div", { class: "setup", hidden: true });
  page.layout.area.prepend(place);

  const refresh = () => {
    const { record } = run();
    document.body.dataset.run = record?.status.state ?? "none";
    page.composer.setReady({
      trusted: setup?.trusted ?? false,
      running: record !== undefined && !isOver(record.status),
      follows: record !== undefined,
    });
    place.replaceChildren();
    place.hidden = true;
    if (!setup || (record && setup.trusted)) return;
    place.hidden = false;
    place.append(record ? untrustedNote(page.act) : welcome(setup, page.act));
  };

  return {
    get canAsk() {
      return setup?.trusted ?? false;
    },
    show(message) {
      setup = message;
      page.steps.setOpening(message.opening);
      refresh();
      run().renew();
    },
    refresh,
  };
}
