/**
 * Turns words of a request into names of the blueprint language.
 *
 * @module
 */
import { reservedEntity, reservedField } from "../blueprint/reserved_names.ts";
import { singular } from "./inflection.ts";

/** Cuts an identifier or a word into lower-case words: `lastSeen` → `last`, `seen`. */
export function wordsOf(text: string): string[] {
  const spelled = SPELLINGS[text.toLowerCase()];
  if (spelled !== undefined) return [spelled];
  const spaced = /\p{Ll}\p{Lu}/u.test(text)
    ? text.replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    : text;
  return spaced.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase()
    .replaceAll(/['’]/g, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** Returns the entity name of a noun's words, the last in the singular; undefined when no name can be made of them. */
export function entityName(words: readonly string[]): string | undefined {
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const name = identifier([...words.slice(0, -1), singular(last)]).join("_");
  if (!isName(name)) return undefined;
  const taken = TAKEN_ENTITIES.has(name) || reservedEntity(name) !== undefined;
  return taken ? `${name}_record` : name;
}

/** Returns the field name of words; a name the language or JavaScript keeps for itself gets `Value` after it. */
export function fieldName(words: readonly string[]): string | undefined {
  const parts = identifier(words);
  const name = parts.map((part, index) => index === 0 ? part : capital(part))
    .join("");
  if (!isName(name)) return undefined;
  const taken = TAKEN_FIELDS.has(name.toLowerCase()) ||
    reservedField(name) !== undefined;
  return taken ? `${name}Value` : name;
}

/** Returns the name of a relation to an entity: `order_item` → `orderItem`. */
export function relationName(entity: string): string {
  return entity.split("_").map((part, index) =>
    index === 0 ? part : capital(part)
  ).join("");
}

/** Returns the snake_case name of words, such as a system's. */
export function snakeName(words: readonly string[]): string | undefined {
  const name = identifier(words).join("_");
  return isName(name) ? name : undefined;
}

/** Returns an enum value as it stands in the blueprint: `in progress` → `in_progress`; codes keep their capitals. */
export function enumValue(text: string): string {
  const code = /^[A-Z0-9]{1,5}$/.test(text);
  const value = wordsOf(text).join("_");
  return code ? text : value;
}

function identifier(words: readonly string[]): string[] {
  return words.flatMap(wordsOf).map((word) => word.replaceAll(/[^a-z0-9]/g, ""))
    .filter(Boolean);
}

function isName(name: string): boolean {
  return /^[a-z]/.test(name) && name.length <= 60;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const SPELLINGS: Readonly<Record<string, string>> = {
  __proto__: null as never,
  "to-do": "todo",
  "to-dos": "todos",
  "e-mail": "email",
  "e-mails": "emails",
};

/** Entities whose plural would be a path every system has: /docs, /metrics. */
const TAKEN_ENTITIES: ReadonlySet<string> = new Set([
  "doc",
  "health",
  "metric",
  "openapi",
]);

const TAKEN_FIELDS: ReadonlySet<string> = new Set(
  ("id createdat updatedat version limit cursor sort q constructor prototype tostring valueof hasownproperty isprototypeof " +
    "tolocalestring then arguments await break case catch const continue debugger default delete else enum eval export " +
    "extends false finally for function if implements import in instanceof interface let new null package " +
    "protected return static super switch this throw true try typeof undefined var void while with yield " +
    "add all alter and as autoincrement between by check collate commit constraint create cross distinct drop escape " +
    "except exists foreign from group having index insert intersect into is isnull join left like natural not notnull " +
    "nothing on or order outer primary references right rowid select set table to transaction union unique update using " +
    "values when where")
    .split(" "),
);
