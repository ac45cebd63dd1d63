/**
 * Finds what has the fields that something is searched by.
 *
 * @module
 */
import type { RequirementRef } from "../blueprint/blueprint.ts";
import type { EntityDraft, Outcome, SystemDraft } from "./draft.ts";
import { fieldName } from "./names.ts";
import type { FieldItem } from "./statement.ts";

/** "Search by title": whatever has a title, where what was spoken of last has none. */
export function foundIn(
  draft: SystemDraft,
  items: readonly FieldItem[],
  current: EntityDraft | undefined,
): Outcome | undefined {
  const names = items.flatMap(({ noun }) => fieldName(noun.words) ?? []);
  const having = [...draft.entities.values()].filter(({ fields }) =>
    names.some((name) => fields.has(name))
  );
  const isThere = current && names.every((name) => current.fields.has(name));
  const isWhole = names.length === items.length &&
    names.every((name) => having.some(({ fields }) => fields.has(name)));
  if (isThere || !isWhole) return undefined;
  return {
    refs: having.flatMap((entity) =>
      names.filter((name) => entity.fields.has(name))
        .map((name): RequirementRef => `${entity.name}.${name}`)
    ),
  };
}
