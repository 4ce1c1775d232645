// Plain JavaScript that also runs on Node 20, as all that esbuild.mjs needs.
import { fileURLToPath } from "node:url";

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

const every = {
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  bundle: true,
  legalComments: "none",
  logLevel: "warning",
};
const page = { ...every, platform: "browser", target: "chrome132" };

/** What the extension is made of, as options of esbuild. */
export const bundles = {
  extension: {
    ...every,
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
  webview: {
    ...page,
    entryPoints: { webview: "src/webview/main.ts", viewer: "src/webview/viewer.css" },
    format: "iife",
    // The reader of formulas is as large as all the rest of the page, so it has a file that only the first formula loads.
    alias: { temml: "./temml.js" },
    external: ["./temml.js"],
  },
  formulas: { ...page, entryPoints: { temml: "node_modules/temml/temml.js" }, format: "esm" },
};

/** The page's letters that are pictures. */
export const iconFont = "node_modules/@vscode/codicons/dist/codicon.ttf";
