import { spentOn } from "../core/run/spent.ts";
import type { RunRecord } from "../core/run/runRecord.ts";

/** What runs have cost by day and currency, ≈: `{"2026-11-23": {"USD": 0.0013}}`. */
export type Days = Record<string, Record<string, number>>;

/** Where the days are kept between sessions. */
export interface LedgerBook {
  read(): Days;
  write(days: Days): void;
}

const daysKept = 62;

/** Adds up what was spent, on this machine, by the prices that are known. */
export interface Ledger {
  /** To be called once for each run that is over. */
  add(record: Readonly<RunRecord>): void;
  /** Sums by currency for the day and the month of `now`, in local time. */
  sums(now: Date): { day: Record<string, number>; month: Record<string, number> };
}

export function createLedger({ read, write }: LedgerBook): Ledger {
  return {
    add(record) {
      const { head } = record;
      const cost = spentOn(record);
      if (!head.price || cost === undefined) return;
      const days = read();
      const day = dayOf(new Date(head.startedAt));
      const { currency = "USD" } = head.price;
      const spent = days[day]?.[currency] ?? 0;
      const changed = { ...days, [day]: { ...days[day], [currency]: spent + cost } };
      const kept = Object.entries(changed)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .slice(-daysKept);
      write(Object.fromEntries(kept));
    },
    sums(now) {
      const today = dayOf(now);
      const days = Object.entries(read()).filter(([day]) => day.startsWith(today.slice(0, 7)));
      return { day: read()[today] ?? {}, month: sumOf(days.map(([, sums]) => sums)) };
    },
  };
}

function sumOf(each: Record<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [currency, amount] of each.flatMap((sums) => Object.entries(sums))) {
    sum[currency] = (sum[currency] ?? 0) + amount;
  }
  return sum;
}

function dayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
