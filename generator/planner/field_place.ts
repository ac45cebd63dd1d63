/**
 * Finds the entity that a sentence is about which names a field only: "Stock can't go below zero".
 *
 * @module
 */
import type { EntityDraft, SystemDraft } from "./draft.ts";
import { entityOf } from "./fold_fields.ts";
import { BEARERS, PERSONAL } from "./lexicon_bearers.ts";
import { DATA_WORDS, SYSTEM_NOUNS } from "./lexicon_words.ts";
import { fieldName, wordsOf } from "./names.ts";
import { isPerson } from "./person.ts";
import type { Noun } from "./statement.ts";

/** An entity, and the words of a field of it. */
export interface FieldPlace {
  /** The entity. */
  readonly entity: EntityDraft;
  /** The field's words. */
  readonly words: readonly string[];
  /** Nothing says whose field it is. */
  readonly guessed?: boolean;
}

/** Finds the entity whose field a noun phrase names, and the field's words. */
export function fieldPlace(
  draft: SystemDraft,
  noun: Noun,
  current: EntityDraft | undefined,
): FieldPlace | undefined {
  const { words } = noun;
  if (noun.pronoun || words.length === 0 || words.length > 5) return undefined;
  if (noun.owner !== undefined) {
    const entity = entityOf(draft, noun.owner);
    return entity && { entity, words };
  }
  const name = fieldName(words) ?? "";
  if (current?.fields.has(name)) return { entity: current, words };
  for (let length = words.length - 1; length > 0; length--) {
    const entity = entityOf(draft, { ...noun, words: words.slice(0, length) });
    const rest = words.slice(length);
    if (entity !== undefined && length < words.length) {
      return { entity, words: rest };
    }
  }
  const having = [...draft.entities.values()].filter((one) =>
    one.fields.has(name)
  );
  const only = having.at(-1);
  if (only !== undefined) return { entity: only, words };
  const last = words.at(-1) ?? "";
  if (DATA_WORDS.has(last) || SYSTEM_NOUNS.has(last)) return undefined;
  return longerPlace(draft, words) ?? newPlace(draft, words, current);
}

/** "Stock" where one thing has a stock level. */
function longerPlace(
  draft: SystemDraft,
  words: readonly string[],
): FieldPlace | undefined {
  const said = words.join(" ");
  const found = [...draft.entities.values()].flatMap((entity) =>
    [...entity.fields.keys()].map((name) => wordsOf(name)).filter((name) =>
      name.join(" ").endsWith(` ${said}`) ||
      name.join(" ").startsWith(`${said} `) &&
        MEASURING.has(name.at(-1) ?? "")
    ).map((name) => ({ entity, words: name }))
  );
  return found.length === 1 ? found[0] : undefined;
}

/** A field that nothing has yet: of what usually has it, else of what was spoken of last, where it may have one. */
function newPlace(
  draft: SystemDraft,
  words: readonly string[],
  current: EntityDraft | undefined,
): FieldPlace | undefined {
  const said = words.join(" ");
  const entities = [...draft.entities.values()];
  const [first, more] = entities;
  if (first !== undefined && more === undefined) {
    return { entity: first, words };
  }
  const bearers = new Set(
    BEARERS.filter(([fields]) => fields.split("/").includes(said))
      .flatMap(([, names]) => names.split("/")),
  );
  const bearing = entities.filter(({ name }) =>
    bearers.has(name) || bearers.has(name.split("_").at(-1) ?? "")
  );
  if (current === undefined || !bearing.includes(current)) {
    const [one, other] = bearing;
    if (one !== undefined) {
      return other === undefined
        ? { entity: one, words, guessed: true }
        : undefined;
    }
  }
  if (current === undefined) return undefined;
  const person: Noun = {
    words: current.name.split("_"),
    number: "one",
    start: 0,
    end: 0,
  };
  return isPerson(person) && !PERSONAL.has(said)
    ? undefined
    : { entity: current, words, guessed: true };
}

/** What says no more of a field than that it is measured. */
const MEASURING: ReadonlySet<string> = new Set(
  ["level", "count", "amount", "quantity", "number", "value", "date", "time"],
);
