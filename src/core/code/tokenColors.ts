import { fieldsOf, isFields } from "../wire/fields.ts";

/**
 * What a highlighter tells apart, and the scopes that themes colour it by (the first one that a theme knows counts);
 * the names are TextMate's, macromates.com/manual/en/language_grammars, and VS Code's own grammars'.
 */
export const tokenScopes = {
  comment: ["comment.line"],
  keyword: ["storage.type", "keyword.other", "keyword"],
  control: ["keyword.control.flow", "keyword"],
  string: ["string.quoted.double"],
  regexp: ["string.regexp"],
  number: ["constant.numeric.decimal"],
  constant: ["constant.language.boolean"],
  language: ["variable.language.this"],
  function: ["entity.name.function"],
  builtin: ["support.function.builtin"],
  type: ["entity.name.type.class"],
  primitive: ["support.type.primitive"],
  property: ["variable.other.property"],
  attribute: ["meta.object-literal.key", "support.type.property-name", "entity.other.attribute-name"],
  tag: ["entity.name.tag"],
  variable: ["variable.other.normal"],
  meta: ["meta.preprocessor", "keyword.control.directive"],
  inserted: ["markup.inserted"],
  deleted: ["markup.deleted"],
  heading: ["markup.heading", "entity.name.section"],
} as const;

export type TokenRole = keyof typeof tokenScopes;

/** `#rgb` or `#rrggbb`; what a theme leaves uncoloured has none. */
export type TokenColors = Partial<Record<TokenRole, string>>;

/** A scope and the colour of what it names. */
export interface TokenRule {
  scope: string;
  color: string;
}

export const isTokenRole = (name: string): name is TokenRole => Object.hasOwn(tokenScopes, name);
const roles = Object.keys(tokenScopes).filter(isTokenRole);
const hex = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;

/** The colour of each role: the longest scope that names it wins, among equals the last. */
export function tokenColors(rules: readonly TokenRule[]): TokenColors {
  const found = roles.flatMap((role) => {
    const colors = tokenScopes[role].map((scope) => colorOf(scope, rules));
    const color = colors.find((each) => each !== undefined);
    return color === undefined ? [] : [[role, color] as const];
  });
  return Object.fromEntries(found);
}

function colorOf(scope: string, rules: readonly TokenRule[]): string | undefined {
  const fitting = rules.filter((rule) => `${scope}.`.startsWith(`${rule.scope}.`));
  return fitting.toSorted((one, other) => one.scope.length - other.scope.length).at(-1)?.color;
}

/** The rules of a theme's `tokenColors`; a scope that holds only within others is left out. */
export function rulesOf(entries: unknown): TokenRule[] {
  return listOf(entries).flatMap((entry): TokenRule[] => {
    const { scope, settings } = fieldsOf(entry);
    const color = colorIn(fieldsOf(settings)["foreground"]);
    if (color === undefined) return [];
    const selectors = listOf(scope).length > 0 ? listOf(scope) : [scope];
    return selectors
      .flatMap((selector) => (typeof selector === "string" ? selector.split(",") : []))
      .map((selector) => selector.replace(/ -.*/, "").trim())
      .filter((selector) => /^[^\s]+$/.test(selector))
      .map((selector) => ({ scope: selector, color }));
  });
}

/** What the words of `editor.tokenColorCustomizations` stand for in VS Code. */
const customScopes: Readonly<Record<string, readonly string[]>> = {
  comments: ["comment"],
  strings: ["string"],
  keywords: ["keyword", "keyword.control", "storage", "storage.type"],
  numbers: ["constant.numeric"],
  types: ["entity.name.type", "entity.name.class", "support.type", "support.class"],
  functions: ["entity.name.function", "support.function"],
  variables: ["variable", "entity.name.variable"],
};

/** The rules of the setting `editor.tokenColorCustomizations`, for all themes and then for this one. */
export function customRules(setting: unknown, theme: string): TokenRule[] {
  const all = fieldsOf(setting);
  const own = Object.keys(all).filter((key) => namesTheme(key, theme));
  return [all, ...own.map((key) => fieldsOf(all[key]))].flatMap((part) => [
    ...Object.entries(customScopes).flatMap(([word, scopes]): TokenRule[] => {
      const color = colorIn(part[word]) ?? colorIn(fieldsOf(part[word])["foreground"]);
      return color === undefined ? [] : scopes.map((scope) => ({ scope, color }));
    }),
    ...rulesOf(part["textMateRules"]),
  ]);
}

/** `[Monokai]`, `[*Dark*]`, `[One][Two]`. */
function namesTheme(key: string, theme: string): boolean {
  const names = [...key.matchAll(/\[([^\]]*)\]/g)].map(([, name = ""]) => name);
  return names.some((name) => {
    const parts = name.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`).test(theme);
  });
}

const colorIn = (value: unknown) => (typeof value === "string" && hex.test(value) ? value : undefined);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Checks colours that came over the wire. */
export function isTokenColors(value: unknown): value is TokenColors {
  return (
    isFields(value) &&
    Object.entries(value).every(([role, color]) => isTokenRole(role) && colorIn(color) !== undefined)
  );
}
