/**
 * The spelling of names: which texts may name a thing, and the nearest allowed spelling of those that may not.
 *
 * @module
 */
import type { DiagnosticList } from "./diagnostic_list.ts";
import { quoted } from "./quoted.ts";
import { withArticle } from "./with_article.ts";
import type { NameRule } from "./shape.ts";

/** Most characters in a name. */
export const MAX_NAME_LENGTH = 48;

/** Reports a text that may not be a name of its kind; tells whether it may. */
export function checkName(
  name: string,
  rule: NameRule,
  path: string,
  diagnostics: DiagnosticList,
  at: "key" | "value" = "key",
): boolean {
  if (!NAME_PATTERNS[rule.style].test(name)) {
    const suggestion = respell(name, rule);
    diagnostics.error(
      "AC201",
      path,
      `Cannot use ${quoted(name)} as the name of ${withArticle(rule.of)}: ` +
        `found a name that is not ${STYLE_WORDS[rule.style]}`,
      { at, ...(suggestion ? { hint: `write "${suggestion}"` } : {}) },
    );
    return false;
  }
  if (name.length > MAX_NAME_LENGTH) {
    diagnostics.error(
      "AC202",
      path,
      `Cannot use ${quoted(name)} as the name of ${withArticle(rule.of)}: ` +
        `found ${name.length} characters, wanted at most ${MAX_NAME_LENGTH}`,
      { at },
    );
    return false;
  }
  return true;
}

/** Respells a text as a name of the rule's style; undefined when nothing of it can be kept. */
export function respell(text: string, rule: NameRule): string | undefined {
  const words = text.normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
  const joined = rule.style === "camelCase"
    ? words.map((word, index) =>
      index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)
    ).join("")
    : words.join("_");
  const name = joined.replace(/^[0-9_]+/, "").slice(0, MAX_NAME_LENGTH);
  return NAME_PATTERNS[rule.style].test(name) ? name : undefined;
}

/** The spelling of each style, as sources for the JSON Schema too. */
export const NAME_PATTERNS: Readonly<Record<NameRule["style"], RegExp>> = {
  snake_case: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/,
  camelCase: /^[a-z][a-zA-Z0-9]*$/,
  "relation.field": /^[a-z][a-zA-Z0-9]*\.[a-z][a-zA-Z0-9]*$/,
  either: /^[a-z]([a-zA-Z0-9]*|[a-z0-9]*(_[a-z0-9]+)*)$/,
};

const STYLE_WORDS: Readonly<Record<NameRule["style"], string>> = {
  "relation.field":
    "a relation and a field of the other side, such as product.stock",
  snake_case: "snake_case (a-z, 0-9 and single _, beginning with a letter)",
  camelCase: "camelCase (a-z, A-Z, 0-9, beginning with a small letter)",
  either: "camelCase or snake_case (a-z, A-Z, 0-9, beginning with a letter)",
};
