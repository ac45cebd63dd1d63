/**
 * What the contract tests of an entity check about its actions.
 *
 * @module
 */
import type {
  ActionModel,
  EntityModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  name,
  type Safe,
  safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { ContractActionView } from "../../templates/views.ts";
import { membersBefore, stateBefore } from "./action_state.ts";
import { adjustmentTests } from "./adjustment_tests.ts";

type Ts = Safe<"ts">;

/** Renders what an action changes, times left out. */
export function effectOf(action: ActionModel): Ts {
  return tsObject(
    Object.fromEntries(
      Object.entries(action.set).filter(([, value]) => value !== "$now").map((
        [field, value],
      ) => [field, tsLiteral(value)]),
    ),
  );
}

/** Describes the tests of one action. */
export function actionView(
  action: ActionModel,
  entity: EntityModel,
  system: SystemModel,
): ContractActionView {
  const before = stateBefore(action, entity, system);
  return {
    path: name(action.name.kebab),
    effect: effectOf(action),
    times: Object.entries(action.set).filter(([field, value]) =>
      value === "$now" &&
      entity.fields.some(({ name, type, writeOnly }) =>
        name === field && !writeOnly && (type === "datetime" || type === "date")
      )
    ).map(([field]) => name(field)),
    before: before === undefined ? safe`` : safe`, ${before}`,
    forbidden: forbiddenStates(action, entity, system),
    adjustments: adjustmentTests(action, entity, system),
    ...(canBypass(action, entity) ? { bypass: effectOf(action) } : {}),
  };
}

/** The states in which the action is refused; without a system, what an example is made of is no part of them. */
export function forbiddenStates(
  action: ActionModel,
  entity: EntityModel,
  system?: SystemModel,
): ContractActionView["forbidden"] {
  const other = forbiddenState(action, entity);
  const isList = (field: string) =>
    entity.fields.some(({ name, type }) => name === field && type === "list");
  return [
    ...(other === undefined ? [] : [{ state: other }]),
    ...action.needs.map((field) => ({
      lacks: name(field),
      state: tsObject(Object.fromEntries([
        ...membersBefore(action, entity, system),
        [field, isList(field) ? tsArray([]) : tsLiteral(null)],
      ])),
    })),
  ];
}

/** A state outside its guard, and not what the action would bring about. */
function forbiddenState(
  action: ActionModel,
  entity: EntityModel,
): Ts | undefined {
  for (const [fieldName, allowed] of Object.entries(action.when)) {
    const field = entity.fields.find((candidate) =>
      candidate.name === fieldName
    );
    const values = field?.type === "boolean"
      ? [true, false]
      : field?.values ?? [];
    const other = values.find((value) =>
      !allowed.includes(value) && action.set[fieldName] !== value
    );
    if (field && other !== undefined) {
      return tsObject({ [fieldName]: tsLiteral(other) });
    }
  }
  return undefined;
}

/** Tells whether a patch could do what the action does. */
function canBypass(action: ActionModel, entity: EntityModel): boolean {
  const fields = Object.keys(action.set).filter((field) =>
    action.set[field] !== "$now"
  );
  return entity.operations.includes("patch") && fields.length > 0 &&
    fields.every((name) =>
      entity.fields.some((field) =>
        field.name === name && !field.immutable && !field.readOnly
      )
    );
}
