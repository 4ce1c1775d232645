// Plain JavaScript that also runs on Node 20, since it is what makes everything else runnable.
import { copyFile, mkdir, rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { build, context } from "esbuild";
import { bundles, iconFont } from "./bundles.mjs";

const { values: flags } = parseArgs({
  options: {
    watch: { type: "boolean", default: false },
    production: { type: "boolean", default: false },
    metafile: { type: "boolean", default: false },
  },
});

const options = {
  outdir: "dist",
  minify: flags.production,
  // Source maps would put this machine's paths into the package.
  sourcemap: flags.production ? false : "linked",
  metafile: flags.metafile,
};
const every = Object.values(bundles);

/** Prints every output file with its bytes. */
function printSizes({ metafile }) {
  for (const [file, { bytes }] of Object.entries(metafile?.outputs ?? {})) {
    if (!file.endsWith(".map")) console.log(`${file}  ${(bytes / 1024).toFixed(1)} KB`);
  }
}

await rm("dist", { recursive: true, force: true });
await mkdir("dist");
await copyFile(iconFont, "dist/codicon.ttf");

if (flags.watch) {
  const contexts = await Promise.all(every.map((each) => context({ ...each, ...options, logLevel: "info" })));
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  try {
    const results = await Promise.all(every.map((each) => build({ ...each, ...options })));
    results.forEach(printSizes);
  } catch {
    // esbuild has already printed each error with its place.
    process.exitCode = 1;
  }
}
