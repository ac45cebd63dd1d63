/**
 * Logic of the user's own with everything decided, and back.
 *
 * @module
 */
import {
  type ActionBlueprint,
  type FieldBlueprint,
  HOOKS,
  type HooksBlueprint,
  type LogicBlueprint,
} from "../blueprint/blueprint.ts";
import type { HookModel, LogicModel } from "./logic_model.ts";
import type { ActionModel, FieldModel } from "./system_model.ts";

/** Adds to a field the logic that works it out; one without stays as it is. */
export function withLogic(
  field: FieldModel,
  entity: string,
  { computed, required }: FieldBlueprint,
): FieldModel {
  if (typeof computed !== "object") return field;
  const path = `entities.${entity}.fields.${field.name}.computed`;
  return {
    ...field,
    required: false,
    nullable: !required,
    readOnly: true,
    logic: modelOf(computed, path),
  };
}

/** Gives the guard and the logic of an action, as far as there are any. */
export function expandActing(
  entity: string,
  action: string,
  { guard, ...own }: ActionBlueprint,
): Pick<ActionModel, "guard" | "logic"> {
  const path = `entities.${entity}.actions.${action}`;
  const hasOwn = [own.run, own.file, own.behavior]
    .some((code) => code !== undefined);
  return {
    ...(guard ? { guard: modelOf(guard, `${path}.guard`) } : {}),
    ...(hasOwn ? { logic: modelOf(own, path) } : {}),
  };
}

/** Lists the hooks of an entity in the language's order; undefined where there are none. */
export function expandHooks(
  entity: string,
  hooks: HooksBlueprint = {},
): readonly HookModel[] | undefined {
  const all = HOOKS.flatMap((hook) => {
    const logic = hooks[hook];
    return logic === undefined
      ? []
      : [{ hook, ...modelOf(logic, `entities.${entity}.hooks.${hook}`) }];
  });
  return all.length === 0 ? undefined : all;
}

/** Writes logic as a blueprint does. */
export function writtenLogic(logic: LogicModel): LogicBlueprint;
/** Writes logic as a blueprint does, if there is any. */
export function writtenLogic(
  logic: LogicModel | undefined,
): LogicBlueprint | undefined;
export function writtenLogic(
  logic: LogicModel | undefined,
): LogicBlueprint | undefined {
  if (logic === undefined) return undefined;
  const { examples } = logic;
  return {
    ...writtenCode(logic),
    ...(examples ? { examples } : {}),
  };
}

/** Writes where the code of logic comes from as a blueprint does; what a model wrote is not in it. */
export function writtenCode(
  { run, file, behavior }: LogicModel,
): Pick<LogicBlueprint, "run" | "file" | "behavior"> {
  if (behavior !== undefined) return { behavior };
  return run === undefined ? { file: `./${file}` } : { run };
}

/** Writes the hooks of an entity as a blueprint does. */
export function writtenHooks(hooks: readonly HookModel[]): HooksBlueprint {
  return Object.fromEntries(
    hooks.map((hook) => [hook.hook, writtenLogic(hook)]),
  );
}

function modelOf(
  { run, file, behavior, examples }: LogicBlueprint,
  path: string,
): LogicModel {
  return {
    ...(examples
      ? {
        examples: examples.map(({ given = {}, ...rest }) => ({
          given,
          ...rest,
        })),
      }
      : {}),
    ...(run === undefined ? {} : { run }),
    ...(file === undefined ? {} : { file: file.slice("./".length) }),
    ...(behavior === undefined ? {} : { behavior }),
    path,
  };
}
