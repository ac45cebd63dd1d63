/**
 * Adds a field to an entity, as its name says what it is.
 *
 * @module
 */
import type { EntityDraft, FieldDraft } from "./draft.ts";
import { fieldHint, hasFieldHint } from "./field_type.ts";
import { FIELDS_OF_PERSONS, PERSONS } from "./lexicon_domains.ts";
import { CHOICE_WORDS, type FieldHint, STATE_WORDS } from "./lexicon_fields.ts";

/** Adds a field that is not there yet, typed by its name. */
export function addField(
  entity: EntityDraft,
  name: string,
  words: readonly string[],
): FieldDraft {
  const existing = entity.fields.get(name);
  if (existing !== undefined) return existing;
  const person = FIELDS_OF_PERSONS.has(words.join(" ")) &&
    PERSONS.has(entity.name.split("_").at(-1) ?? "");
  const { default: byDefault, required, ...hint } = person
    ? PLAIN
    : fieldHint(words);
  const field: FieldDraft = {
    ...hint,
    typed: false,
    hinted: hasFieldHint(words) && !isCounting(words),
    choice: CHOICE_WORDS.has(words.at(-1) ?? ""),
    state: STATE_WORDS.has(words.at(-1) ?? ""),
    required: required ?? false,
    ...(required ? { assumedRequired: true } : {}),
    unique: false,
    immutable: false,
    ...(byDefault === undefined
      ? {}
      : { default: byDefault, assumedDefault: true }),
  };
  entity.fields.set(name, field);
  return field;
}

/** "shirt number": text by its name alone, a number as soon as it has bounds or a default that is one. */
function isCounting(words: readonly string[]): boolean {
  return words.at(-1) === "number" &&
    !words.some((word) => DIALLED.has(word));
}

/** What has a number that is not counted with. */
const DIALLED: ReadonlySet<string> = new Set(
  ("phone mobile telephone fax contact card account serial passport registration tax vat social security insurance " +
    "license licence identity national tracking")
    .split(" "),
);
const PLAIN: FieldHint = { type: "string" };
