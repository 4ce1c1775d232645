import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { createPace, type Clock } from "./clock.ts";
import { frames, type Completion } from "./completion.ts";

interface Playing {
  completion: Completion;
  clock: Clock;
  speed: number;
  /** Fires when the client goes away; playing then rejects. */
  gone: AbortSignal;
}

const keepAlives = 3;
const keepAliveMs = 250;

/** Streams a completion at the pace of a model: some keep-alive comments first, as from a short queue. */
export async function play(
  response: ServerResponse,
  { completion, clock, speed, gone }: Playing,
): Promise<void> {
  const pace = createPace(clock, speed, gone);
  const write = async (text: string): Promise<void> => {
    if (!response.write(text)) await once(response, "drain", { signal: gone });
  };
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
  });
  response.flushHeaders();
  for (let i = 0; i < keepAlives; i++) {
    await write(": keep-alive\n\n");
    await pace(keepAliveMs);
  }
  for (const { data, token } of frames(completion)) {
    await pace(waitFor(token, clock.random()));
    await write(data);
  }
  response.end();
}

/** Milliseconds before a token: 60 to 90 tokens a second, with a breath after paragraphs and sentences. */
function waitFor(token: string, chance: number): number {
  if (token === "") return 0;
  const usual = 1000 / (60 + 30 * chance);
  if (token.includes("\n\n")) return usual + 80 + 160 * chance;
  return /[.?!。？！]$/u.test(token) ? usual + 25 * chance : usual;
}
