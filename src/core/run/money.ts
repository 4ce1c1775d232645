/** An amount of money in a reader's language; small sums keep two digits that say something. */
export function money(amount: number, currency: string, language: string): string {
  const small = amount > 0 && amount < 0.1;
  const format = { style: "currency", currency, ...(small ? { maximumSignificantDigits: 2 } : {}) } as const;
  try {
    return new Intl.NumberFormat(language, format).format(amount);
  } catch {
    // A currency that is no code, or a language no tag: both come from settings.
    return `${amount.toPrecision(2)} ${currency}`;
  }
}
