/**
 * What the tests of logic need: a body, a change, and the states in which actions with logic may be done.
 *
 * @module
 */
import type {
  ActionModel,
  EntityModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  comment,
  name,
  type Safe,
  safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { LogicTestView } from "../../templates/views.ts";
import { stateBefore } from "./action_state.ts";
import { specConstant, typeNameOf } from "./entity_view.ts";
import { logicConstant } from "./logic_view.ts";
import { otherValue } from "./other_values.ts";
import { sampleValue } from "./sample_values.ts";

/** Describes the tests of one entity's logic. */
export function logicTestView(
  entity: EntityModel,
  system: SystemModel,
): LogicTestView {
  const controller = system.components.find(({ type, entity: served }) =>
    type === "Controller" && served === entity.name.snake
  );
  const port = (direction: "in" | "out") =>
    controller?.ports.find((port) => port.direction === direction)?.name ?? "";
  const refers = entity.fields.some((field) => field.relation);
  const constant = specConstant(entity);
  return {
    className: name(controller?.className ?? ""),
    file: name(controller?.name ?? ""),
    entity: {
      file: name(entity.name.snake),
      typeName: typeNameOf(entity),
      constant,
      labelPlural: comment(entity.plural.words),
    },
    logic: logicConstant(entity),
    member: name(entity.name.camel),
    refers,
    tableSpec: refers ? safe`standalone(${constant})` : constant,
    storePort: name(port("out")),
    requestPort: name(port("in")),
    trials: trialsOf(entity),
  };
}

function trialsOf(entity: EntityModel): Ts {
  const change = changeOf(entity);
  // What an action adjusts is not on the bench.
  const whole = entity.actions.filter(({ adjust }) => adjust.length === 0);
  const guarded = whole.filter(({ guard }) => guard);
  const applied = whole.filter(({ logic }) => logic);
  return tsObject({
    body: bodyOf(entity),
    change,
    guards: tsArray(guarded.map((action) => stepOf(action, entity))),
    actions: tsArray(applied.map((action) => stepOf(action, entity))),
    hooks: tsLiteral((entity.hooks ?? []).map(({ hook }) => hook)),
  });
}

function bodyOf({ fields }: EntityModel): Ts {
  const given = fields.filter(({ readOnly, required, assigned }) =>
    !readOnly && (required || assigned)
  );
  return tsLiteral(
    Object.fromEntries(given.map((field) => [field.name, sampleValue(field)])),
  );
}

/** A body with another value of the first field that can have one. */
function changeOf({ fields }: EntityModel): Ts | undefined {
  for (const field of fields) {
    const { readOnly, immutable, writeOnly, relation } = field;
    if (readOnly || immutable || writeOnly || relation) continue;
    const value = otherValue(field);
    if (value !== undefined) return tsObject({ [field.name]: value });
  }
}

function stepOf(action: ActionModel, entity: EntityModel): Ts {
  const values = Object.entries(action.set).filter(([, value]) =>
    value !== "$now"
  );
  const isWritable = values.length > 0 && values.every(([key]) => {
    const field = entity.fields.find(({ name }) => name === key);
    return field && !field.readOnly && !field.immutable;
  });
  return tsObject({
    action: tsLiteral(action.name.kebab),
    from: stateBefore(action, entity) ?? safe`{}`,
    body: isWritable ? tsLiteral(Object.fromEntries(values)) : undefined,
  });
}

type Ts = Safe<"ts">;
