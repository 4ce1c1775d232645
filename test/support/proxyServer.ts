import { createServer } from "node:http";
import { connect } from "node:net";
import { listen } from "../../src/demo/listen.ts";

/** An HTTP proxy on a real socket that leads every request, whatever host it names, to one port of this machine. */
interface ProxyServer {
  url: string;
  /** The hosts that were asked for, in order. */
  asked: string[];
  close(): Promise<void>;
}

export async function startProxy(targetPort: number): Promise<ProxyServer> {
  const asked: string[] = [];
  const server = createServer();
  // Tunnels, which proxies are asked for also where the target speaks plain HTTP.
  server.on("connect", (request, socket, head) => {
    asked.push(request.url ?? "");
    const target = connect(targetPort, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    for (const end of [socket, target]) end.on("error", () => [socket, target].map((each) => each.destroy()));
  });
  const { origin, close } = await listen(server);
  return {
    url: origin,
    asked,
    close,
  };
}
