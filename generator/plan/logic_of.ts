/**
 * All the logic that an entity has.
 *
 * @module
 */
import type { LogicModel } from "../model/logic_model.ts";
import type { EntityModel } from "../model/system_model.ts";

/** Lists the logic of an entity: of its fields, of each action its guard and its own, then the hooks. */
export function logicOf(entity: EntityModel): readonly LogicModel[] {
  return [
    ...entity.fields.flatMap(({ logic }) => logic ?? []),
    ...entity.actions.flatMap(({ guard, logic }) => [
      ...guard ? [guard] : [],
      ...logic ? [logic] : [],
    ]),
    ...entity.hooks ?? [],
  ];
}
