/**
 * What must stand in other entities before an action changes their numbers.
 *
 * @module
 */
import { fieldsIn } from "../blueprint/expression.ts";
import type {
  ActionModel,
  AdjustModel,
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import { targetOf } from "./adjustment_view.ts";
import { isComputed } from "./computed_view.ts";
import { isSampled, isSetByActions, makeName } from "./sample_views.ts";
import { requiredMembers } from "./state_rules_view.ts";
import { differs, initialValue } from "./sample_values.ts";

type Ts = Safe<"ts">;

/** Renders the references to entities whose numbers an action can change, but for one of them; and how much, where examples do not say. */
export function preparedTargets(
  action: ActionModel,
  entity: EntityModel,
  system: SystemModel,
  left?: AdjustModel,
): (readonly [string, Ts])[] {
  const prepared = new Map<string, Ts>();
  for (const adjust of action.adjust) {
    for (const [field, value] of amountMembers(adjust, entity)) {
      prepared.set(field, value);
    }
    if (adjust.reference === left?.reference) continue;
    const target = targetOf(adjust, system);
    const by = amountAdded(adjust, entity);
    if (target === undefined || by === undefined) continue;
    const reference = entity.fields.find(({ name }) =>
      name === adjust.reference
    );
    const state = reference ? requiredMembers(reference, system) : {};
    const numbers = action.adjust
      .filter(({ reference }) => reference === adjust.reference)
      .flatMap((one) => startMember(one, entity, system));
    prepared.set(
      adjust.reference,
      safe<"ts">`(await ${makeName(target.entity)}(${name("test.system")}, ${
        tsObject({ ...state, ...Object.fromEntries(numbers) })
      })).id`,
    );
  }
  return [...prepared];
}

function startMember(
  adjust: AdjustModel,
  entity: EntityModel,
  system: SystemModel,
): (readonly [string, Ts])[] {
  const target = targetOf(adjust, system);
  const by = amountAdded(adjust, entity);
  const start = target && by !== undefined
    ? amountFrom(target.field, by)
    : undefined;
  return start === undefined ? [] : [[adjust.field, tsLiteral(start)]];
}

function amountMembers(
  { by }: AdjustModel,
  { fields }: EntityModel,
): (readonly [string, Ts])[] {
  if (typeof by === "number") return [];
  const field = fields.find(({ name }) => name === by.field);
  if (
    !field || isSampled(field) || isComputed(field) ||
    field.default !== undefined
  ) return [];
  return [[field.name, tsLiteral(initialValue(field))]];
}

/** How much is added where the entity is an example; undefined when that is not known beforehand. */
export function amountAdded(
  { by }: AdjustModel,
  { fields }: EntityModel,
): number | undefined {
  if (typeof by === "number") return by;
  const field = fields.find(({ name }) => name === by.field);
  if (field === undefined || differs(field) || !isKnown(field, fields)) {
    return undefined;
  }
  const amount = Number(initialValue(field));
  return amount === 0 ? undefined : amount * by.times;
}

/** What is computed of an example is known, and what only actions set is put there. */
function isKnown(field: FieldModel, fields: readonly FieldModel[]): boolean {
  const { computation } = field;
  if (!computation) return !field.readOnly || isSetByActions(field);
  const operands = fieldsIn(computation.expression);
  return operands.every(({ name }) =>
    fields.some((one) =>
      one.name === name && !differs(one) && isKnown(one, fields)
    )
  );
}

/** A number to which so much can be added, more than once where its bounds allow; undefined when there is none. */
export function amountFrom(
  field: FieldModel,
  by: number,
): number | undefined {
  const { min, max, readOnly } = field;
  if (readOnly && !isSetByActions(field)) return undefined;
  const rounded = (value: number) => Number(value.toFixed(9));
  const start = by < 0
    ? Math.min(rounded((min ?? 0) - 5 * by), max ?? Infinity)
    : max === undefined
    ? min ?? 0
    : Math.max(rounded(max - 5 * by), min ?? -Infinity);
  const end = rounded(start + by);
  return end < (min ?? end) || end > (max ?? end) ? undefined : start;
}
