import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { bundles, iconFont } from "../../bundles.mjs";
import { viewerHtml } from "../../src/host/viewerHtml.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = path.join(here, "..", "..");

/** The pages under measurement: what every page pays, the least that shows all of the text, and ours. */
export const contenders = ["empty", "floor", "view"] as const;
export type ContenderName = (typeof contenders)[number];

/** What every page has: the driver and its clock, the adapter and its host. */
const parts = ["driver", "feed", "adapter", "host"];

/** Builds a folder with a page for each contender; the webview is built as it is shipped. */
export async function buildPages(into: string): Promise<void> {
  await Promise.all(contenders.map((name) => buildPage(name, path.join(into, name))));
}

async function buildPage(name: ContenderName, into: string): Promise<void> {
  await mkdir(into, { recursive: true });
  await build({
    entryPoints: [...parts, ...(name === "view" ? [] : [name])].map((entry) =>
      path.join(here, `${entry}.ts`),
    ),
    bundle: true,
    minify: true,
    format: "iife",
    target: "chrome132",
    outdir: into,
    logLevel: "warning",
  });
  if (name === "view") await addWebview(into);
  await writeFile(path.join(into, "index.html"), name === "view" ? viewPage() : plainPage(name));
}

async function addWebview(into: string): Promise<void> {
  for (const bundle of [bundles.webview, bundles.formulas])
    await build({ ...bundle, minify: true, outdir: into });
  await copyFile(path.join(root, iconFont), path.join(into, path.basename(iconFont)));
}

/** The page as the extension writes it, and before its script the adapter. */
function viewPage(): string {
  const page = viewerHtml({
    nonce: "bench",
    cspSource: "'self'",
    script: "webview.js",
    style: "viewer.css",
    font: "codicon.ttf",
    surface: "panel",
    language: "en",
    strings: {},
  });
  return page.replace("<body", `${noIcon}${adapter}<body`).replace("</body>", `${driver}</body>`);
}

/** Else the browser asks for one, and what it does not find counts as an error of the page. */
const noIcon = '<link rel="icon" href="data:,">\n';
const adapter = '<script src="adapter.js"></script>\n';
const driver = '<script src="driver.js"></script>\n';

function plainPage(name: ContenderName): string {
  return `<!DOCTYPE html>
<meta charset="utf-8">
${noIcon}<style>
html, body { height: 100%; margin: 0; }
body { font: 13px/1.45 sans-serif; }
main { overflow: hidden scroll; height: 100%; }
.steps { padding: 0 12px; }
.paragraph { margin: 0 0 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
.full { content-visibility: auto; contain-intrinsic-block-size: auto 1400px; }
</style>
<body>
<main>${name === "floor" ? '<div class="steps"></div>' : ""}</main>
${adapter}<script src="${name}.js"></script>
${driver}`;
}

/** How large what a reader's webview loads is, packed as an HTTP server would. */
export async function printSizes(folder: string): Promise<void> {
  for (const file of ["webview.js", "viewer.css"]) {
    const bytes = await readFile(path.join(folder, file));
    console.log(
      `${file}: ${kilobytes(bytes.length)}, packed ${kilobytes(gzipSync(bytes, { level: 9 }).length)}`,
    );
  }
}

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
