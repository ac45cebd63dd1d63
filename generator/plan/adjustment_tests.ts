/**
 * How the contract tests try that an action changes a number of another entity, or nothing.
 *
 * @module
 */
import type {
  ActionModel,
  AdjustModel,
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  joined,
  name,
  type Safe,
  safe,
  tsLiteral,
} from "../../templates/safe_text.ts";
import type { AdjustmentTestView } from "../../templates/views.ts";
import { membersBefore } from "./action_state.ts";
import {
  amountAdded,
  amountFrom,
  preparedTargets,
} from "./adjustment_state.ts";
import { targetOf } from "./adjustment_view.ts";
import { controllerHandler, controllerOf, makeName } from "./sample_views.ts";

type Ts = Safe<"ts">;

/** Describes a test for each number that an action changes and tests can set. */
export function adjustmentTests(
  action: ActionModel,
  entity: EntityModel,
  system: SystemModel,
): AdjustmentTestView[] {
  return action.adjust.flatMap((adjust) => {
    const target = targetOf(adjust, system);
    const by = amountAdded(adjust, entity);
    const start = target && by !== undefined
      ? amountFrom(target.field, by)
      : undefined;
    if (!target || by === undefined || start === undefined) return [];
    const others = { ...action, adjust: [] };
    const state = joined(
      [
        ...membersBefore(others, entity, system),
        ...preparedTargets(action, entity, system, adjust),
      ].map(([field, value]) => safe<"ts">`, ${name(field)}: ${value}`),
      safe``,
    );
    return [{
      relation: name(adjust.relation),
      field: name(adjust.field),
      by: tsLiteral(by),
      start: tsLiteral(start),
      makeTarget: makeName(target.entity),
      readTarget: reader(target.entity, system),
      reference: name(adjust.reference),
      state,
      read: reader(entity, system),
      more: more(adjust, { action, entity, by, field: target.field }),
    }];
  });
}

function reader(entity: EntityModel, system: SystemModel): Ts {
  return safe<"ts">`(id) => test.system.${controllerOf(entity, system)}.${
    controllerHandler(entity, system)
  }({ operation: "get", id })`;
}

interface Place {
  readonly action: ActionModel;
  readonly entity: EntityModel;
  readonly by: number;
  readonly field: FieldModel;
}

/** What is tried besides: the bounds, the way back, and what refers to nothing. */
function more(adjust: AdjustModel, { action, entity, by, field }: Place): Ts {
  const members: (readonly [string, Ts])[] = [];
  const edge = by < 0 ? field.min : field.max;
  if (edge !== undefined) {
    const twice = rounded(edge - 2 * by);
    members.push(["edge", tsLiteral(edge)]);
    if (twice >= (field.min ?? twice) && twice <= (field.max ?? twice)) {
      members.push(["twice", tsLiteral(twice)]);
    }
  }
  const undo = entity.actions.find((other) => undoes(other, action, adjust));
  if (undo) members.push(["undo", tsLiteral(undo.name.kebab)]);
  const bypass = bypassOf(action, entity);
  if (bypass) members.push(["bypass", bypass]);
  const reference = entity.fields.find(({ name }) => name === adjust.reference);
  if (reference?.nullable && action.adjust.length === 1) {
    members.push(["optional", tsLiteral(true)]);
  }
  return joined(
    members.map(([key, value]) => safe<"ts">`${name(key)}: ${value},`),
    safe`\n`,
  );
}

/** The change of fields that would do a part of what the action does; undefined where requests cannot try it. */
function bypassOf(
  { set }: ActionModel,
  { operations, fields }: EntityModel,
): Ts | undefined {
  const told = Object.entries(set).filter(([, value]) => value !== "$now");
  const open = told.every(([name]) =>
    fields.some((field) =>
      field.name === name && !field.immutable && !field.readOnly &&
      !field.decided
    )
  );
  return operations.includes("patch") && told.length > 0 && open
    ? tsLiteral(Object.fromEntries(told))
    : undefined;
}

/** Whether an action takes back what another has done, in the state that it leaves. */
function undoes(
  other: ActionModel,
  done: ActionModel,
  { relation, field, by }: AdjustModel,
): boolean {
  const back = typeof by === "number" ? -by : { ...by, times: -by.times };
  return other.adjust.length === 1 && done.adjust.length === 1 &&
    other.adjust.some((one) =>
      one.relation === relation && one.field === field &&
      JSON.stringify(one.by) === JSON.stringify(back)
    ) &&
    Object.entries(other.when).every(([field, values]) =>
      values.some((value) => value === done.set[field])
    );
}

function rounded(value: number): number {
  return Number(value.toFixed(9));
}
