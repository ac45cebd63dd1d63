/**
 * One name in all the spellings that outputs need, and its plural.
 *
 * @module
 */
import pluralize from "pluralize";
import {
  RESERVED_WORDS,
  TAKEN_TYPE_NAMES,
} from "../blueprint/reserved_names.ts";
import type { NameForms } from "./system_model.ts";

/** Derives all spellings from a checked name in snake_case or camelCase. */
export function nameForms(name: string): NameForms {
  const words = wordsOf(name);
  const [first = "", ...rest] = words;
  return {
    snake: words.join("_"),
    camel: first + rest.map(capital).join(""),
    pascal: words.map(pascalWord).join(""),
    kebab: words.join("-"),
    constant: words.join("_").toUpperCase(),
    words: words.join(" "),
  };
}

/** Splits a name into its words, in lower case: `dueOn`, `due_on` → due, on. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase().split("_").filter((word) => word !== "");
}

/** Forms the plural of a snake_case name, by its last word. */
export function pluralOf(name: string): string {
  const words = name.split("_");
  const last = words.at(-1) ?? "";
  return [...words.slice(0, -1), plural(last)].join("_");
}

/** Forms the singular of a snake_case name, by its last word. */
export function singularOf(name: string): string {
  const words = name.split("_");
  const formed: unknown = pluralize.singular(words.at(-1) ?? "");
  return typeof formed === "string" && /^[a-z][a-z0-9]*$/.test(formed)
    ? [...words.slice(0, -1), formed].join("_")
    : name;
}

/**
 * Names the TypeScript type of an entity: its PascalCase name, with the suffix `Entity` where the plain one would
 * hide a name that generated code uses, such as `Date` or `Page`.
 */
export function typeNameOf(name: NameForms): string {
  return TAKEN_TYPE_NAMES.has(name.pascal)
    ? `${name.pascal}Entity`
    : name.pascal;
}

/** Names a variable that holds one entity: its camelCase name, with a suffix where that is a word of TypeScript. */
export function variableNameOf(name: NameForms): string {
  return RESERVED_WORDS.has(name.camel) ? `${name.camel}Entity` : name.camel;
}

function pascalWord(word: string): string {
  return ACRONYMS.has(word) ? word.toUpperCase() : capital(word);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function plural(word: string): string {
  const formed: unknown = pluralize.plural(word);
  return typeof formed === "string" && /^[a-z0-9]+$/.test(formed)
    ? formed
    : `${word}s`;
}

/** Words that stay in capitals in PascalCase. */
export const ACRONYMS: ReadonlySet<string> = new Set([
  "api",
  "csv",
  "html",
  "http",
  "https",
  "id",
  "ip",
  "json",
  "pdf",
  "sql",
  "uri",
  "url",
  "uuid",
  "xml",
]);
