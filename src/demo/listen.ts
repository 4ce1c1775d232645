import { once } from "node:events";
import type { Server } from "node:http";

export interface Listening {
  port: number;
  origin: string;
  /** Ends every connection at once. */
  close(): Promise<void>;
}

/** Lets a server listen at a free port of this machine, by itself only for programs on it. */
export async function listen(server: Server, host = "127.0.0.1"): Promise<Listening> {
  server.listen(0, host);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    port: address.port,
    origin: `http://${host}:${address.port}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
