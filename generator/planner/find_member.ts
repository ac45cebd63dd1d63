/**
 * Finds the field or relation that a noun phrase stands for.
 *
 * @module
 */
import type { EntityDraft, SystemDraft } from "./draft.ts";
import { singular } from "./inflection.ts";
import { fieldName } from "./names.ts";
import type { Noun } from "./statement.ts";

/** Returns the name of an entity's field or relation; undefined where it has none like that, or several. */
export function findMember(
  draft: SystemDraft,
  entity: EntityDraft,
  { owner, words, ...noun }: Noun,
): string | undefined {
  const about = owner && draft.index.find(owner)?.entity;
  if (owner !== undefined && about !== entity.name) return undefined;
  const last = words.at(-1) ?? "";
  const one = [...words.slice(0, -1), singular(last)];
  const own = one.slice(entity.name.split("_").length);
  const named = one.join("_").startsWith(`${entity.name}_`) ? [own] : [];
  const short = one.length > 1 ? [one.slice(-1)] : [];
  for (const said of [words, one, ...named, ...short]) {
    const name = fieldName(said) ?? "";
    if (entity.fields.has(name) || entity.relations.has(name)) return name;
  }
  const other = draft.index.find({ words, ...noun })?.entity ?? one.join("_");
  const related = [...entity.relations].filter(([, to]) =>
    to.belongsTo === other
  );
  if (related.length === 1) return related[0]?.[0];
  const end = fieldName(one) ?? "";
  const tail = end.charAt(0).toUpperCase() + end.slice(1);
  const longer = [...entity.fields.keys()].filter((name) =>
    tail !== "" && name.endsWith(tail)
  );
  return longer.length === 1 ? longer[0] : undefined;
}

/** Returns the entities that words without an owner may be about: the one spoken of, then all others. */
export function placesOf(
  draft: SystemDraft,
  current: EntityDraft | undefined,
): readonly EntityDraft[] {
  const others = [...draft.entities.values()].filter((one) => one !== current);
  return current === undefined ? others : [current, ...others];
}
