import type { Failure, FailureKind } from "../../core/run/failure.ts";
import type { ViewAction } from "../../protocol.ts";
import { t } from "../l10n.ts";

/** What a failure means for the reader, and what may be done next, best first; core knows what it is called. */
export interface FailureCard {
  text: (failure: Failure) => string;
  actions: readonly ViewAction[];
}

/** One row for each failure; the server's own sentence and what was kept are added by `outcome.ts`. */
export const failureCards: Readonly<Record<FailureKind, FailureCard>> = {
  noKey: {
    text: () => t("This endpoint wants a key. It is kept in VS Code's secret storage and sent nowhere else."),
    actions: ["setApiKey", "trySample"],
  },
  unauthorized: {
    text: () =>
      t("The server does not accept this API key. It may be mistyped, expired or for another service."),
    actions: ["setApiKey", "askAgain"],
  },
  balance: {
    text: () =>
      t("The account behind this key cannot pay for the request. Top it up, or use another endpoint."),
    actions: ["showBalance", "chooseEndpoint", "askAgain"],
  },
  forbidden: {
    text: () => t("The server knows the key but does not allow it this request."),
    actions: ["chooseEndpoint", "setApiKey"],
  },
  notFound: {
    text: () => t("The server does not know this address or this model."),
    actions: ["chooseEndpoint", "openSettings"],
  },
  badRequest: {
    text: () => t("Something in the request does not suit this server or model."),
    actions: ["openSettings", "askAgain"],
  },
  requestTimeout: {
    text: () => t("The request took too long to arrive. A smaller selection or a calmer network helps."),
    actions: ["askAgain", "showLog"],
  },
  conflict: {
    text: () => t("It reports a conflict with another request. Asking again often helps."),
    actions: ["askAgain", "showLog"],
  },
  tooLarge: {
    text: () => t("The server does not take a request of this size. Select less code."),
    actions: ["askAgain", "chooseEndpoint"],
  },
  rateLimit: {
    text: ({ seconds }) =>
      seconds === undefined
        ? t("The server asks for a pause.")
        : t("The server asks for a pause of {0} s.", seconds),
    actions: ["askAgain", "chooseEndpoint"],
  },
  overloaded: {
    text: () => t("It has no room for this request now. Ask again in a moment."),
    actions: ["askAgain", "chooseEndpoint"],
  },
  server: {
    text: () => t("The fault is on the server's side. Asking again often helps."),
    actions: ["askAgain", "showLog"],
  },
  unknownHost: {
    text: () => t("The name in the base URL is not known. It may be mistyped, or the network is down."),
    actions: ["openSettings", "askAgain"],
  },
  connectionRefused: {
    text: () => t("Nothing listens at this address. Start the server, or correct the port in the base URL."),
    actions: ["askAgain", "openSettings"],
  },
  certificate: {
    text: () =>
      t(
        "The connection was not made. Behind a company proxy, its certificate belongs into the system's store.",
      ),
    actions: ["openSettings", "showLog"],
  },
  network: {
    text: () => t("There was no connection. Check the network, a proxy, and the endpoint's address."),
    actions: ["askAgain", "openSettings", "showLog"],
  },
  timeout: {
    text: ({ seconds }) =>
      seconds === undefined
        ? t("The server was silent for too long.")
        : t("The server was silent for {0} s.", seconds),
    actions: ["askAgain", "openSettings"],
  },
  redirect: {
    text: () =>
      t(
        "It redirects to another address. Keys are never sent on; put the new address into the endpoint's base URL.",
      ),
    actions: ["openSettings", "chooseEndpoint"],
  },
  notAStream: {
    text: () => t("What came is no stream of tokens. The base URL may lead to a web page or a login."),
    actions: ["openSettings", "showLog"],
  },
  emptyStream: {
    text: () => t("It accepted the request and ended the answer at once."),
    actions: ["askAgain", "chooseEndpoint"],
  },
  tooLong: {
    text: () => t("More came than any model writes in one answer, so it was cut off here."),
    actions: ["askAgain", "chooseEndpoint"],
  },
  dropped: {
    text: () => t("The stream ended before the model was done."),
    actions: ["askAgain"],
  },
  garbled: {
    text: () => t("The server sent something that is not valid."),
    actions: ["askAgain", "showLog"],
  },
  interrupted: {
    text: () => t("VS Code was closed or reloaded while the model was working."),
    actions: ["askAgain"],
  },
  other: {
    text: () => t("The log has the details."),
    actions: ["askAgain", "showLog"],
  },
};
