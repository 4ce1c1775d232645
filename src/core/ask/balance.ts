import { isFields, type Fields } from "../wire/fields.ts";
import { originOf, presetOf } from "./presets.ts";

/** What an account holds. Amounts are as the server writes them, one for each currency (ISO 4217). */
export interface Balance {
  /** False when it is too little for a request. */
  suffices: boolean;
  amounts: { currency: string; total: string }[];
}

/** Where an account's balance is told and how the answer there is read; undefined when it is no balance. */
interface BalanceSource {
  url: string;
  read(body: unknown): Balance | undefined;
}

/** The answers whose shape is documented, by the path they come from; where there is none no balance is offered. */
const shapes: Readonly<Record<string, (body: Fields) => Balance | undefined>> = {
  "/user/balance": ofDeepSeek,
};

/** Undefined where the provider tells no balance in a shape that is known. */
export function balanceSource(baseUrl: string): BalanceSource | undefined {
  const path = presetOf(baseUrl)?.balancePath;
  const read = path === undefined ? undefined : shapes[path];
  const origin = originOf(baseUrl);
  if (path === undefined || !read || origin === undefined) return undefined;
  return { url: origin + path, read: (body) => (isFields(body) ? read(body) : undefined) };
}

/** api-docs.deepseek.com/api/get-user-balance, read 2026-11-23: amounts are strings. */
function ofDeepSeek({ is_available: suffices, balance_infos: infos }: Fields): Balance | undefined {
  if (typeof suffices !== "boolean" || !Array.isArray(infos)) return undefined;
  const amounts = infos.map((info: unknown) => {
    const { currency, total_balance: total }: Fields = isFields(info) ? info : {};
    return typeof currency === "string" && typeof total === "string" ? { currency, total } : undefined;
  });
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === amounts.length ? { suffices, amounts: known } : undefined;
}
