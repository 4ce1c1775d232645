import type { Translate } from "./failureWords.ts";

/** As on a stopwatch, `0:38` or `1:02:05`. */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** How long something took: `0.4 s`, `38 s`, `1:02`. */
export function duration(milliseconds: number, t: Translate): string {
  if (milliseconds < 950) return t("{0} s", (Math.max(1, Math.round(milliseconds / 100)) / 10).toFixed(1));
  if (milliseconds < 59_500) return t("{0} s", Math.round(milliseconds / 1000));
  return stopwatch(Math.round(milliseconds / 1000) * 1000);
}
