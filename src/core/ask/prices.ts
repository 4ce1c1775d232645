import type { Price } from "../run/change.ts";
import type { Endpoint } from "./endpoint.ts";
import { originOf } from "./presets.ts";

/** What a provider asks for these models off its peak hours, beginning at `since`. */
interface PriceRow {
  origin: string;
  models: readonly string[];
  since: string;
  price: Price;
  /** At peak hours every price is this many times as high. */
  atPeak: number;
}

/**
 * api-docs.deepseek.com/quick_start/pricing, page copy of 2026-11-15, US dollars per million tokens. Names that are
 * retired are answered by Flash at its price. Newer prices go above older ones.
 */
const rows: readonly PriceRow[] = [
  {
    origin: "https://api.deepseek.com",
    models: ["deepseek-flash", "deepseek-v4-flash", "deepseek-v4-flash-vision-exp"],
    since: "2026-09-10T04:00:00Z",
    price: { input: 0.15, cachedInput: 0.003, output: 0.6 },
    atPeak: 2,
  },
  {
    origin: "https://api.deepseek.com",
    models: ["deepseek-v4-pro"],
    since: "2026-08-16T16:00:00Z",
    price: { input: 0.66, cachedInput: 0.022, output: 1.98 },
    atPeak: 2,
  },
];

/** Monday to Friday, in UTC: 9 to 12 and 14 to 18 o'clock in Beijing. */
const peakHours: readonly [from: number, to: number][] = [
  [1, 4],
  [6, 10],
];

/**
 * The price of a request sent at `when`: the endpoint's own where it has one, else a row's; undefined where none is
 * known. An upper bound: Chinese public holidays have no peak hours, which is not known here, and a run that goes
 * on past a peak counts at the price of its start.
 */
export function priceAt(
  { baseUrl, model, price }: Pick<Endpoint, "baseUrl" | "model" | "price">,
  when: Date,
): Price | undefined {
  if (price) return price;
  const origin = originOf(baseUrl);
  const row = rows.find(
    (each) =>
      each.origin === origin && each.models.includes(model) && Date.parse(each.since) <= when.getTime(),
  );
  return row && times(row.price, isPeak(when) ? row.atPeak : 1);
}

function isPeak(when: Date): boolean {
  const day = when.getUTCDay();
  const hour = when.getUTCHours();
  return day >= 1 && day <= 5 && peakHours.some(([from, to]) => hour >= from && hour < to);
}

function times({ input, cachedInput = input, output }: Price, factor: number): Price {
  return { input: input * factor, cachedInput: cachedInput * factor, output: output * factor };
}
