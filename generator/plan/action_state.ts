/**
 * The state in which an action has something to do and may do it.
 *
 * @module
 */
import type { Literal } from "../blueprint/blueprint.ts";
import type {
  ActionModel,
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import { type Safe, tsLiteral, tsObject } from "../../templates/safe_text.ts";
import { preparedTargets } from "./adjustment_state.ts";
import { initialValue, sampleValue } from "./sample_values.ts";
import { otherValue } from "./other_values.ts";
import { sampleExpression } from "./sample_views.ts";

type Ts = Safe<"ts">;

/**
 * Renders what must stand in the entity before an action, as far as it differs from an entity made from the example
 * body; undefined when that will do.
 *
 * @param system in which the targets of references are made; without it they are ids of nothing.
 */
export function stateBefore(
  action: ActionModel,
  entity: EntityModel,
  system?: SystemModel,
): Ts | undefined {
  const state = membersBefore(action, entity, system);
  return state.length === 0 ? undefined : tsObject(Object.fromEntries(state));
}

/** As {@link stateBefore}, field by field. */
export function membersBefore(
  action: ActionModel,
  entity: EntityModel,
  system?: SystemModel,
): readonly (readonly [string, Ts])[] {
  const initial = (field: FieldModel) =>
    // The example body of a whole system leaves such references out.
    system && field.relation && !field.required ? null : initialValue(field);
  const fields = new Map(entity.fields.map((field) => [field.name, field]));
  const guarded = new Map<string, Literal | undefined>();
  const needed: (readonly [string, Ts])[] = [];
  for (const [fieldName, allowed] of Object.entries(action.when)) {
    const field = fields.get(fieldName);
    if (field && !allowed.some((value) => value === initial(field))) {
      guarded.set(fieldName, allowed[0]);
    }
  }
  for (const fieldName of action.needs) {
    const field = fields.get(fieldName);
    if (!field || guarded.has(fieldName) || initial(field) !== null) continue;
    needed.push([fieldName, tsLiteral(sampleValue(field))]);
  }
  const telling = Object.entries(action.set).flatMap(([fieldName, value]) => {
    const field = fields.get(fieldName);
    return field && (value !== "$now" || field.nullable)
      ? [{ field, value }]
      : [];
  });
  const isDone = telling.length > 0 && telling.every(({ field, value }) => {
    const present = guarded.has(field.name)
      ? guarded.get(field.name)
      : initial(field);
    return value === "$now" ? present !== null : present === value;
  });
  const undone = isDone
    ? telling.flatMap(({ field, value }) => {
      const other = undoneValue(field, value, action.when[field.name], system);
      return other === undefined ? [] : [[field.name, other] as const];
    }).slice(0, 1)
    : [];
  return [
    ...[...guarded].map(([name, value]) => [name, tsLiteral(value)] as const),
    ...undone,
    ...needed.filter(([name]) => undone.every(([other]) => other !== name)),
    ...(system ? preparedTargets(action, entity, system) : []),
  ];
}

/** A value other than the one that the action sets, which the guard allows; undefined when none is known. */
function undoneValue(
  field: FieldModel,
  set: Literal,
  allowed: readonly Literal[] | undefined,
  system: SystemModel | undefined,
): Ts | undefined {
  if (allowed) {
    const other = allowed.find((value) => value !== set);
    return other === undefined ? undefined : tsLiteral(other);
  }
  if (set === null && field.relation) {
    return system
      ? sampleExpression(field, system)
      : tsLiteral(initialValue(field));
  }
  if (field.nullable && set !== null) return tsLiteral(null);
  const other = otherValue(field);
  return other === tsLiteral(set) ? tsLiteral(initialValue(field)) : other;
}
