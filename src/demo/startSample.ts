import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { realClock, type Clock } from "./clock.ts";
import { listen } from "./listen.ts";
import { respond } from "./respond.ts";

/** `traces` is a folder of trace files; `speed` is asked at each request, 1 being a natural pace. */
interface SampleOptions {
  traces: string;
  speed: () => number;
  clock?: Clock;
}

interface RunningSample {
  /** Without a slash at its end, as providers write theirs. */
  baseUrl: string;
  /** Ends every connection at once. */
  close(): Promise<void>;
}

/**
 * Starts the sample endpoint: a server on the loopback interface that speaks DeepSeek's chat completions and
 * plays recorded traces. Its path holds a random token, so no other program can use it by trying ports.
 */
export async function startSample({ clock = realClock, ...rest }: SampleOptions): Promise<RunningSample> {
  const root = `/${randomUUID()}`;
  const server = createServer((request, response) => {
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    void respond({ ...rest, clock, root }, { request, response, gone: gone.signal });
  });
  const { origin, close } = await listen(server);
  return { baseUrl: `${origin}${root}`, close };
}
