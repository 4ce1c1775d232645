import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { listen, type Listening } from "../../src/demo/listen.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".ttf": "font/ttf",
};

/** Only a page that is isolated from others may share memory with its workers and has a fine clock. */
const isolated = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** Serves a folder on this machine alone; `/name/` is its `index.html`. */
export async function serve(folder: string): Promise<Listening> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = path.join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    readFile(file).then(
      (body) => {
        response.writeHead(200, { "content-type": types[path.extname(file)] ?? "text/plain", ...isolated });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  return listen(server);
}
