/** The words of the reader's language, keyed by the English sentence; a missing one stays English. */
let sentences: Readonly<Record<string, unknown>> = {};
let numbers = new Intl.NumberFormat("en");

/** Takes the words the page brought along. Call before anything is built; `language` is a BCP 47 tag. */
export function useLanguage(language: string, json: string): void {
  const parsed: unknown = JSON.parse(json);
  sentences = typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
  const known = Intl.NumberFormat.supportedLocalesOf([language]);
  numbers = new Intl.NumberFormat(known.length > 0 ? known : "en");
}

/** The sentence in the reader's language; `{0}`, `{1}` … stand for the values. Always called with a literal. */
export function t(sentence: string, ...values: (string | number)[]): string {
  const found = sentences[sentence];
  const pattern = typeof found === "string" ? found : sentence;
  return pattern.replace(/\{(\d+)\}/g, (place, index) => {
    const value = values[Number(index)];
    return value === undefined ? place : typeof value === "number" ? count(value) : value;
  });
}

/** A whole number with the reader's thousands signs. */
export function count(value: number): string {
  return numbers.format(Math.round(value));
}
