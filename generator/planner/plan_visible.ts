/**
 * Puts into the draft which of something everyone may see: "anyone can read published articles".
 *
 * @module
 */
import { type AccessDraft, rulesFor } from "./access_draft.ts";
import type { EntityDraft } from "./draft.ts";
import { stateOf } from "./fold_actions.ts";
import type { Statement } from "./statement.ts";

/**
 * Notes which states of an entity a statement lets everyone see.
 *
 * @return Whether only some were spoken of; `undefined` where the state is not known, so that nobody may see more
 */
export function showsSome(
  statement: Statement,
  entity: EntityDraft,
  { draft }: AccessDraft,
): boolean | undefined {
  if (statement.kind !== "operations") return false;
  const words = statement.objects.flatMap((noun) => {
    const mention = draft.index.find(noun);
    if (mention?.entity === entity.name) return mention.adjectives;
    const word = noun.words.join(" ");
    return stateOf(entity, word) === undefined ? [] : [word];
  });
  if (words.length === 0) return false;
  const found = words.map((word) => stateOf(entity, word));
  const [first] = found;
  if (!first || found.some((one) => one?.field !== first.field)) {
    return undefined;
  }
  const values = found.flatMap((one) => one === undefined ? [] : [one.value]);
  entity.visible = { field: first.field, values, always: [] };
  return true;
}

/** Completes for whom all of something are there: its owner, and whoever else may do something with it. */
export function settleVisible(access: AccessDraft): void {
  for (const entity of access.draft.entities.values()) {
    if (entity.visible === undefined) continue;
    const { owner, access: rules } = rulesFor(access, entity.name);
    const acting = Object.entries(rules)
      .filter(([key]) => key !== "read" && key !== "create")
      .flatMap(([, rule]) => rule)
      .filter((word) => word !== "everyone" && word !== "owner");
    const all = [...new Set([...owner ? ["owner"] : [], ...acting])];
    const always = all.includes("users") ? ["users"] : all;
    const { field, values } = entity.visible;
    entity.visible.always = always;
    access.draft.assumptions.push(
      `${entity.name} is there for whoever may read while ${field} is ${
        values.join(" or ")
      }${always.length > 0 ? `, and always for ${always.join(" and ")}` : ""}`,
    );
  }
}
