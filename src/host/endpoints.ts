import { EventEmitter, l10n, type Event, type LogOutputChannel } from "vscode";
import { sampleEndpoint, sampleName, type Endpoint } from "../core/ask/endpoint.ts";
import type { EndpointLabel } from "../protocol.ts";
import { needsKey, type Keys } from "./keys.ts";
import { settings, type EndpointFields } from "./settings.ts";

/** A recorded-trace server, started by the first question that needs it. */
interface Sample {
  baseUrl: string;
  close(): Promise<void>;
}

/** The endpoints a question can go to, and the one in use. */
export interface Endpoints {
  readonly onChange: Event<void>;
  all(): Endpoint[];
  /** The one in use; the sample where the setting names none that there is, of which `fault` tells. */
  active(): Endpoint;
  fault(): string | undefined;
  use(name: string): Promise<void>;
  change(name: string, fields: EndpointFields): Promise<void>;
  /** Writes an endpoint to the setting, in place of the fields of one with its name. */
  add(endpoint: Endpoint): Promise<void>;
  label(): Promise<EndpointLabel>;
  /** The endpoint with an address that answers: the sample's server is started when it is not running. */
  reach(endpoint: Endpoint): Promise<Endpoint>;
  /** To be called when a key was set or removed. */
  keysChanged(): void;
  dispose(): void;
}

export function createEndpoints({
  keys,
  log,
  startSample,
}: {
  keys: Keys;
  log: LogOutputChannel;
  startSample: (speed: () => number) => Promise<Sample>;
}): Endpoints {
  const changed = new EventEmitter<void>();
  const watching = settings.onChange(() => {
    logProblems();
    changed.fire();
  });
  let sample: Promise<Sample> | undefined;

  const problemWords = () =>
    settings
      .endpoints()
      .problems.map(({ entry, field }) =>
        l10n.t("Endpoint {0} of the setting cotViewer.endpoints is left out: {1} is wrong.", entry, field),
      );
  const logProblems = () => {
    for (const words of problemWords()) log.warn(words);
  };
  logProblems();

  const faultWords = () => {
    if (chosen()) return undefined;
    const missing = l10n.t("There is no endpoint called {0}.", settings.endpointName());
    return [missing, ...problemWords()].join(" ");
  };

  const all = () => settings.endpoints().endpoints;
  const chosen = () => all().find(({ name }) => name === settings.endpointName());
  const active = () => chosen() ?? sampleEndpoint;

  return {
    onChange: changed.event,
    all,
    active,
    fault: faultWords,
    use: (name) => settings.useEndpoint(name),
    change: (name, fields) => settings.changeEndpoint(name, fields),
    add: (endpoint) => settings.changeEndpoint(endpoint.name, { apiKeyEnv: undefined, ...endpoint }),
    async label() {
      const endpoint = active();
      const { name, model, effort } = endpoint;
      const fault = faultWords();
      return {
        name,
        model,
        ...(effort === undefined ? {} : { effort }),
        sample: name === sampleName,
        needsKey: needsKey(endpoint) && (await keys.find(endpoint)) === undefined,
        ...(fault === undefined ? {} : { fault }),
      };
    },
    async reach(endpoint) {
      if (endpoint.name !== sampleName) return endpoint;
      sample ??= startSample(settings.sampleSpeed);
      try {
        return { ...endpoint, baseUrl: (await sample).baseUrl };
      } catch (error) {
        sample = undefined;
        throw error;
      }
    },
    keysChanged: () => changed.fire(),
    dispose() {
      changed.dispose();
      watching.dispose();
      void sample?.then((server) => server.close()).catch(() => {});
    },
  };
}
