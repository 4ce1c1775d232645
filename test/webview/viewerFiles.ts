import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions } from "esbuild";
import { bundles, iconFont } from "../../bundles.mjs";

/** A file as the page's server answers with it. */
export interface ViewerFile {
  body: Buffer;
  contentType: string;
}

type Load = () => Promise<Buffer>;

/** Builds at the first call, and gives each of the files that come of it. */
function built(options: BuildOptions): (file: string) => Load {
  let building: Promise<Map<string, Buffer>> | undefined;
  const start = async () => {
    const { outputFiles } = await build({ ...options, outdir: "/", write: false });
    return new Map(
      outputFiles.map(({ path, contents }) => [path.replace(/.*[\\/]/, ""), Buffer.from(contents)]),
    );
  };
  return (file) => async () => (await (building ??= start())).get(file) ?? Buffer.of();
}

const page = built(bundles.webview);
const formulas = built(bundles.formulas);
const font = fileURLToPath(new URL(`../../${iconFont}`, import.meta.url));

const files: Readonly<Record<string, { contentType: string; load: Load }>> = {
  "/webview.js": { contentType: "text/javascript", load: page("webview.js") },
  "/viewer.css": { contentType: "text/css", load: page("viewer.css") },
  "/temml.js": { contentType: "text/javascript", load: formulas("temml.js") },
  "/codicon.ttf": { contentType: "font/ttf", load: () => readFile(font) },
};

/** A file that the page may load, by its path; undefined for any other. */
export async function viewerFile(path: string): Promise<ViewerFile | undefined> {
  const file = files[path];
  return file && { body: await file.load(), contentType: file.contentType };
}
