/**
 * Finds the entity that a sentence is about which names a field only: "Stock can't go below zero".
 *
 * @module
 */
import type { EntityDraft, SystemDraft } from "./draft.ts";
import { entityOf } from "./fold_fields.ts";
import { DATA_WORDS, SYSTEM_NOUNS } from "./lexicon_words.ts";
import { fieldName } from "./names.ts";
import type { Noun } from "./statement.ts";

/** Finds the entity whose field a noun phrase names, and the field's words. */
export function fieldPlace(
  draft: SystemDraft,
  noun: Noun,
  current: EntityDraft | undefined,
): { entity: EntityDraft; words: readonly string[] } | undefined {
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
  const entity = current ?? onlyEntity(draft);
  return entity && { entity, words };
}

function onlyEntity(draft: SystemDraft): EntityDraft | undefined {
  const [first] = draft.entities.values();
  return draft.entities.size === 1 ? first : undefined;
}
