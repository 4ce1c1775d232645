import type { BuildOptions } from "esbuild";

export const bundles: Readonly<Record<"extension" | "webview" | "formulas", BuildOptions>>;
export const iconFont: string;
