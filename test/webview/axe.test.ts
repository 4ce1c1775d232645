import assert from "node:assert/strict";
import { test } from "node:test";
import axe from "axe-core";
import { themeNames } from "../support/themes.ts";
import { openViewer, type Viewer } from "./support.ts";
import { showState, viewerStates } from "./viewerStates.ts";

/** What axe holds against the page: the rule and the elements. */
async function faults(viewer: Viewer): Promise<string[]> {
  const { violations } = await viewer.page.evaluate<axe.AxeResults>(
    "axe.run(document, { resultTypes: ['violations'] })",
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any, all }) => `${id}: ${html.slice(0, 160)} ${[...any, ...all][0]?.message ?? ""}`),
  );
}

for (const theme of themeNames) {
  for (const surface of ["panel", "tab"] as const) {
    test(`axe finds nothing in any state: ${theme}, ${surface}`, async () => {
      const width = surface === "panel" ? 320 : 1200;
      const viewer = await openViewer({ theme, surface, width, height: 900 });
      // Half-way through fading in, a text has no contrast yet.
      await viewer.page.emulateMedia({ reducedMotion: "reduce" });
      await viewer.page.evaluate(axe.source);
      const found: Record<string, string[]> = {};
      for (const [name, state] of Object.entries(viewerStates)) {
        await showState(viewer, state);
        const here = await faults(viewer);
        if (here.length > 0) found[name] = here;
      }
      assert.deepEqual(found, {});
      await viewer.close();
    });
  }
}
