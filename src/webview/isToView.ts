import { isTokenColors } from "../core/code/tokenColors.ts";
import { protocolVersion, type ToView } from "../protocol.ts";

/** Checks that a message is the host's: any frame may post to this window. */
export function isToView(value: unknown): value is ToView {
  if (typeof value !== "object" || value === null || !("type" in value)) return false;
  const message: Record<string, unknown> = { ...value };
  switch (message.type) {
    case "setup":
      return message.version === protocolVersion && typeof message.endpoint === "object";
    case "changes":
      return Array.isArray(message.changes) && typeof message.elapsed === "number";
    case "showStep":
      return Number.isInteger(message.step);
    case "tokenColors":
      return typeof message.theme === "string" && isTokenColors(message.colors);
    default:
      return false;
  }
}
