// Making a format takes longer than a hundred uses of it.
const formats = new Map<string, Intl.NumberFormat>();

/** An amount of money in a reader's language; small sums keep two digits that say something. */
export function money(amount: number, currency: string, language: string): string {
  const small = amount > 0 && amount < 0.1;
  const name = `${language} ${currency} ${small}`;
  const digits = small ? { maximumSignificantDigits: 2 } : {};
  try {
    const format =
      formats.get(name) ?? new Intl.NumberFormat(language, { style: "currency", currency, ...digits });
    formats.set(name, format);
    return format.format(amount);
  } catch {
    // A currency that is no code, or a language no tag: both come from settings.
    return `${amount.toPrecision(2)} ${currency}`;
  }
}
