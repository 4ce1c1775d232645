// Plain JavaScript that also runs on Node 20, since it is what makes everything else runnable.
import { copyFile, mkdir, rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { build, context } from "esbuild";

const { values: flags } = parseArgs({
  options: {
    watch: { type: "boolean", default: false },
    production: { type: "boolean", default: false },
    metafile: { type: "boolean", default: false },
  },
});

/**
 * `openai` is larger than all the rest and costs 10 ms to parse, so it has a file that only the first question reads.
 * That file is built from the package's CommonJS entry: its exports are then the client itself, which is what the
 * default import of a CommonJS file means to a package of `"type": "module"`.
 */
const openaiApart = {
  name: "openai-apart",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^openai$/ }, () => ({ path: "./openai.cjs", external: true }));
  },
};

const shared = {
  bundle: true,
  outdir: "dist",
  minify: flags.production,
  // Source maps would put this machine's paths into the package.
  sourcemap: flags.production ? false : "linked",
  legalComments: "none",
  metafile: flags.metafile,
  logLevel: "warning",
};

const bundles = [
  {
    ...shared,
    entryPoints: { extension: "src/extension.ts", openai: "node_modules/openai/index.js" },
    platform: "node",
    format: "cjs",
    target: "node22",
    external: ["vscode"],
    outExtension: { ".js": ".cjs" },
    // `require` behind a promise: the extension host resolves it in every VS Code, desktop or remote.
    supported: { "dynamic-import": false },
    plugins: [openaiApart],
  },
  {
    ...shared,
    entryPoints: { webview: "src/webview/main.ts", viewer: "src/webview/viewer.css" },
    platform: "browser",
    format: "iife",
    target: "chrome132",
    // The reader of formulas is as large as all the rest of the page, so it has a file that only the first formula loads.
    alias: { temml: "./temml.js" },
    external: ["./temml.js"],
  },
  {
    ...shared,
    entryPoints: { temml: "node_modules/temml/temml.js" },
    platform: "browser",
    format: "esm",
    target: "chrome132",
  },
];

/** Prints every output file with its bytes. */
function printSizes({ metafile }) {
  for (const [file, { bytes }] of Object.entries(metafile?.outputs ?? {})) {
    if (!file.endsWith(".map")) console.log(`${file}  ${(bytes / 1024).toFixed(1)} KB`);
  }
}

await rm("dist", { recursive: true, force: true });
await mkdir("dist");
await copyFile("node_modules/@vscode/codicons/dist/codicon.ttf", "dist/codicon.ttf");

if (flags.watch) {
  const contexts = await Promise.all(bundles.map((options) => context({ ...options, logLevel: "info" })));
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  try {
    const results = await Promise.all(bundles.map((options) => build(options)));
    results.forEach(printSizes);
  } catch {
    // esbuild has already printed each error with its place.
    process.exitCode = 1;
  }
}
