/**
 * For tests: one piece of an entity's logic, without the others.
 *
 * @module
 */
import type { EntityLogic } from "./entity_logic.ts";
import type { Entity } from "./entity_spec.ts";

/** Names a piece of an entity's logic: the guard or the logic of an action by the name of this in kebab-case, or a hook. */
export type LogicPart =
  | { readonly guard: string }
  | { readonly action: string }
  | { readonly hook: "beforeCreate" | "beforeUpdate" | "beforeDelete" };

/**
 * Gives a piece of an entity's logic alone, held to the same rules.
 *
 * @throws {RangeError} when there is none of that name.
 */
export function logicPart<T extends Entity>(
  logic: EntityLogic<T>,
  part: LogicPart,
): EntityLogic<T> {
  const { settable, schema } = logic;
  const rules = { settable, schema };
  if ("hook" in part) {
    const hook = logic[part.hook];
    if (hook) return { ...rules, [part.hook]: hook };
  } else if ("guard" in part) {
    const guard = logic.guards?.[part.guard];
    if (guard) return { ...rules, guards: { [part.guard]: guard } };
  } else {
    const action = logic.actions?.[part.action];
    if (action) return { ...rules, actions: { [part.action]: action } };
  }
  throw new RangeError(
    `Cannot find ${JSON.stringify(part)} in the logic of an entity`,
  );
}
