import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser } from "../launchBrowser.ts";
import { writeCorpus } from "./corpus.ts";
import { openPage } from "./openPage.ts";
import { buildPages, contenders, printSizes, type ContenderName } from "./pages.ts";
import { scenarios, type ScenarioName } from "./scenarios.ts";
import { serve } from "./serve.ts";
import { printTable, type Measurements } from "./table.ts";

const { values: flags } = parseArgs({
  options: {
    /** Writes the view's page as a contender for another harness into this folder, and measures nothing. */
    contender: { type: "string" },
    runs: { type: "string", default: "3" },
    /** Names of scenarios and contenders, all without it. */
    only: { type: "string", default: "" },
  },
});

const wanted = flags.only.split(",").filter(Boolean);
const isWanted = (names: readonly string[], name: string) =>
  !names.some((each) => wanted.includes(each)) || wanted.includes(name);

async function measure(folder: string): Promise<void> {
  await buildPages(folder);
  const { origin, close } = await serve(folder);
  const browser = await launchBrowser();
  const corpus = writeCorpus(200_000, 8_000);
  const measurements: Measurements = { empty: [], floor: [], view: [] };

  const names = Object.keys(scenarios).filter((name): name is ScenarioName => name in scenarios);
  const measureOnce = async (contender: ContenderName, scenario: ScenarioName) => {
    const open = (interval?: number) => {
      const query = interval === undefined ? "" : `?interval=${interval}`;
      return openPage(browser, `${origin}/${contender}/${query}`, corpus);
    };
    const figures = await scenarios[scenario](open, corpus);
    measurements[contender].push(figures);
    process.stderr.write(`${scenario} of ${contender}\n`);
  };

  for (let run = 0; run < Number(flags.runs); run++)
    for (const scenario of names.filter((name) => isWanted(names, name)))
      for (const contender of contenders.filter((name) => isWanted(contenders, name)))
        await measureOnce(contender, scenario);
  await browser.close();
  await close();
  printTable(measurements);
  await printSizes(path.join(folder, "view"));
}

async function measureInPassing(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "page-bench-"));
  try {
    await measure(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

await (flags.contender ? buildPages(flags.contender) : measureInPassing());
