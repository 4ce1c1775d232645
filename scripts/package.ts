import { stat } from "node:fs/promises";
import { createVSIX } from "@vscode/vsce";

const packagePath = "cot-viewer.vsix";
const limitBytes = 1_000_000;

// Everything is bundled, so no package is shipped; the production build is the manifest's `vscode:prepublish`.
await createVSIX({
  packagePath,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
const { size } = await stat(packagePath);
console.log(`${packagePath}  ${(size / 1000).toFixed(0)} KB of at most ${limitBytes / 1000} KB`);
if (size > limitBytes) process.exitCode = 1;
