import type { Failure, FailureKind } from "./failure.ts";

/** A sentence in the reader's language; `{0}`, `{1}` … stand for the values. */
export type Translate = (sentence: string, ...values: (string | number)[]) => string;

const titles: Readonly<Record<FailureKind, (t: Translate) => string>> = {
  noKey: (t) => t("No API key yet"),
  unauthorized: (t) => t("The key was refused"),
  balance: (t) => t("No balance left"),
  forbidden: (t) => t("Not allowed"),
  notFound: (t) => t("Not found"),
  badRequest: (t) => t("The server refused the request"),
  requestTimeout: (t) => t("The server gave up waiting"),
  conflict: (t) => t("The server is busy with the same"),
  tooLarge: (t) => t("Too much was sent"),
  rateLimit: (t) => t("Too many requests"),
  overloaded: (t) => t("The server is overloaded"),
  server: (t) => t("The server failed"),
  unknownHost: (t) => t("There is no such server"),
  connectionRefused: (t) => t("No server answers there"),
  certificate: (t) => t("The server's certificate is not trusted"),
  network: (t) => t("The server cannot be reached"),
  timeout: (t) => t("No answer in time"),
  redirect: (t) => t("The server points elsewhere"),
  notAStream: (t) => t("Not a model's answer"),
  emptyStream: (t) => t("The server sent nothing"),
  tooLong: (t) => t("The stream did not end"),
  dropped: (t) => t("The connection broke off"),
  garbled: (t) => t("The stream could not be read"),
  interrupted: (t) => t("The run was interrupted"),
  other: (t) => t("Something went wrong"),
};

/** What a failure is called, with the HTTP status where there was one. */
export function failureTitle({ kind, status }: Failure, t: Translate): string {
  const title = titles[kind](t);
  return status === undefined ? title : `${title} (${status})`;
}

/** The title and what the server said in its own words. */
export function failureWords(failure: Failure, t: Translate): string {
  return [failureTitle(failure, t), ...(failure.said ? [failure.said] : [])].join(": ");
}
