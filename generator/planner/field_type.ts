/**
 * Decides a field's type from its name.
 *
 * @module
 */
import { isPlural, singular } from "./inflection.ts";
import { FIELD_WORDS, type FieldHint } from "./lexicon_fields.ts";
import { FILE_NAMES } from "./lexicon_files.ts";

/** Returns what a field's name says about it; a name that says nothing is a string. */
export function fieldHint(words: readonly string[]): FieldHint {
  return lookUp(words) ?? byShape(words) ??
    (FILE_NAMES.has(words.at(-1) ?? "")
      ? { type: "file" }
      : { type: "string" });
}

/** Reports whether a name is one that people give to fields. */
export function hasFieldHint(words: readonly string[]): boolean {
  return lookUp(words) !== undefined || byShape(words) !== undefined &&
      !isPlural(words.at(-1) ?? "");
}

function lookUp(words: readonly string[]): FieldHint | undefined {
  for (let from = 0; from < words.length; from++) {
    const phrase = words.slice(from).join(" ");
    const hint = HINTS.get(phrase);
    if (hint === undefined) continue;
    if (from === 0) return hint;
    const head = HINTS.get(words.slice(0, from).join(" "));
    const participle = hint.type === "boolean" && head !== undefined;
    if (participle && MEASURES.has(head.type)) return withoutRequired(head);
    return withoutRequired(hint);
  }
  const start = words.slice(0, 2).join(" ");
  if (words.length > 2 && start === "number of") {
    return { type: "integer", min: 0 };
  }
  if (words[1] === "of" && words[0] === "date") return { type: "date" };
  if (words[1] === "of") return HINTS.get(words[0] ?? "");
  if (words[1] === "per") return HINTS.get(words[0] ?? "");
  return undefined;
}

function byShape(words: readonly string[]): FieldHint | undefined {
  const last = words.at(-1) ?? "";
  if (words.length > 1 && last === "at") return { type: "datetime" };
  if (words.length > 1 && last === "on") return { type: "date" };
  if (words.length > 1 && ["from", "to"].includes(last)) {
    const head = HINTS.get(words.slice(0, -1).join(" "));
    if (head !== undefined && MEASURES.has(head.type)) return head;
    if (last === "to") return { type: "string" };
  }
  if (words.length > 1 && ["by", "until", "from", "since"].includes(last)) {
    return last === "by" ? { type: "string" } : { type: "date" };
  }
  if (words.length > 1 && COUNTING.has(words[0] ?? "") && isPlural(last)) {
    return { type: "integer", min: 0 };
  }
  if (words.length === 1 && /[a-z]{3}ed$/.test(last)) {
    return { type: "boolean", default: false };
  }
  if (isPlural(last)) {
    const one = HINTS.get(singular(last));
    if (one === undefined || one.type !== "integer") return listOf(one);
  }
  return undefined;
}

/** A list of what one of them is. */
function listOf(one: FieldHint | undefined): FieldHint {
  const items = ELEMENTS.find((type) => type === one?.type);
  return { type: "list", ...(items ? { items } : {}) };
}

/** Types of elements that say something; any other name is one of texts. */
const ELEMENTS = [
  "date",
  "datetime",
  "decimal",
  "email",
  "number",
  "url",
] as const;

/** What a participle after it says more of: "price paid", "date completed". */
const MEASURES: ReadonlySet<string> = new Set(
  ["decimal", "integer", "number", "date", "datetime"],
);

function withoutRequired(hint: FieldHint): FieldHint {
  const { required: _, ...rest } = hint;
  return rest;
}

/** First words of names that count what comes after them: "max players". */
export const COUNTING: ReadonlySet<string> = new Set(
  ["min", "max", "minimum", "maximum", "total"],
);

const HINTS: ReadonlyMap<string, FieldHint> = new Map(
  [...FIELD_WORDS].reverse().flatMap(([hint, words]) =>
    words.split("/").map((word) => [word, hint] as const)
  ),
);
