/**
 * What the files of logic need: the user's own code in functions that are typed by the entities.
 *
 * @module
 */
import type { HookName } from "../blueprint/blueprint.ts";
import { codeWords } from "../blueprint/code_words.ts";
import { withArticle } from "../blueprint/with_article.ts";
import type { LogicModel } from "../model/logic_model.ts";
import { functionName } from "./logic_names.ts";
import { logicImports } from "./logic_imports.ts";
import { aboutOf, originOf } from "./logic_words.ts";
import { nameForms } from "../model/names.ts";
import type {
  ActionModel,
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  comment,
  joined,
  type Name,
  name,
  type Safe,
  safe,
  tsArray,
  tsCode,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type {
  ControllerLogicView,
  EntityLogicView,
  LogicFunctionView,
  SystemLogicView,
} from "../../templates/views.ts";
import { parameterName, typeNameOf, valueType } from "./entity_view.ts";

type Ts = Safe<"ts">;

/** Logic whose code is in the blueprint. */
export type CodeModel = LogicModel & { readonly run: string };

/** A piece of logic and the function that it becomes. */
export interface LogicFunction {
  /** The logic. */
  readonly logic: CodeModel;
  /** The function. */
  readonly view: LogicFunctionView;
}

/** Describes the logic of one entity; undefined where it has none. */
export function entityLogicView(
  entity: EntityModel,
): EntityLogicView | undefined {
  if (!hasLogic(entity)) return undefined;
  const functions = logicFunctions(entity);
  const fields = entity.fields.filter(({ logic }) => logic);
  const kinds = kindsOf(entity, functions);
  const constant = fieldsConstant(entity);
  const changes = hasChangingLogic(entity);
  return {
    file: name(entity.name.snake),
    typeName: typeNameOf(entity),
    labelPlural: comment(entity.plural.words),
    origin: comment(originOf(functions.map(({ logic }) => logic))),
    ...(kinds.length === 0 ? {} : { kinds: joined(kinds, safe`, `) }),
    ...(changes
      ? { schema: patchName(entity), change: changeView(entity) }
      : {}),
    imports: logicImports(entity),
    functions: functions.map(({ view }) => view),
    ...(asksLogic(entity)
      ? {
        logic: { constant: logicConstant(entity), members: membersOf(entity) },
      }
      : {}),
    ...(constant ? { fields: { constant, items: fields.map(itemOf) } } : {}),
  };
}

/** Describes all logic of a system that is asked around writes; undefined where there is none. */
export function systemLogicView(
  system: SystemModel,
): SystemLogicView | undefined {
  const entities = system.entities.filter(asksLogic);
  return entities.length === 0 ? undefined : {
    entities: entities.map((entity) => ({
      file: name(entity.name.snake),
      typeName: typeNameOf(entity),
      member: name(entity.name.camel),
      constant: logicConstant(entity),
      labelPlural: comment(entity.plural.words),
    })),
  };
}

/** Describes what a controller needs of its entity's logic; undefined where there is none. */
export function controllerLogic(
  entity: EntityModel,
  className: string,
): ControllerLogicView | undefined {
  const fields = fieldsConstant(entity);
  const asks = asksLogic(entity);
  if (!asks && fields === undefined) return undefined;
  return {
    asks,
    config: name(`${className}Config`),
    ...(fields ? { fields } : {}),
  };
}

/** Lists an entity's logic as functions, in the order of its file. */
export function logicFunctions(entity: EntityModel): readonly LogicFunction[] {
  const computed = entity.fields.flatMap((field) =>
    isInPlace(field.logic) ? [computedFunction(entity, field, field.logic)] : []
  );
  const guards = entity.actions.flatMap((action) =>
    isInPlace(action.guard)
      ? [functionOf(entity, action.guard, {
        name: functionName(action.guard.path),
        doc:
          `Says why the action \`${action.name.kebab}\` may not be done; nothing if it may.`,
        context: safe`LogicContext`,
        returns: safe`GuardAnswer`,
      })]
      : []
  );
  const actions = entity.actions.flatMap((action) =>
    isInPlace(action.logic)
      ? [functionOf(entity, action.logic, {
        name: functionName(action.logic.path),
        doc:
          `Says what the action \`${action.name.kebab}\` changes beside what it sets, or why it is refused.`,
        ...changingTypes(entity),
      })]
      : []
  );
  const hooks = (entity.hooks ?? []).filter(isInPlace).map((hook) =>
    functionOf(entity, hook, {
      name: hook.hook,
      doc: HOOK_DOCS[hook.hook](withArticle(entity.name.words)),
      ...hookTypes(entity, hook.hook),
    })
  );
  return [...computed, ...guards, ...actions, ...hooks];
}

/** Tells whether an entity has logic that is asked around its writes: guards, hooks, and that of actions. */
export function asksLogic({ actions, hooks }: EntityModel): boolean {
  return hooks !== undefined ||
    actions.some(({ guard, logic }) => guard ?? logic);
}

/** Tells whether logic may change an entity beside working out fields, so that there must be a schema of what it says. */
export function hasChangingLogic(
  { actions, hooks = [] }: EntityModel,
): boolean {
  return hooks.some(({ hook }) => CHANGING.includes(hook)) ||
    actions.some(({ logic }) => logic);
}

/** Tells whether an entity has logic of any kind. */
export function hasLogic(entity: EntityModel): boolean {
  return asksLogic(entity) || entity.fields.some(({ logic }) => logic);
}

/** Names the constant that holds what is asked around an entity's writes. */
export function logicConstant({ name: { constant } }: EntityModel): Name {
  return name(`${constant}_LOGIC`);
}

/** Names the list of an entity's fields that logic works out; undefined where there are none. */
export function fieldsConstant(
  { name: forms, fields }: EntityModel,
): Name | undefined {
  return fields.some(({ logic }) => logic)
    ? name(`${forms.constant}_LOGIC_FIELDS`)
    : undefined;
}

function isInPlace<L extends LogicModel>(
  logic: L | undefined,
): logic is L & CodeModel {
  return logic?.run !== undefined;
}

interface FunctionParts {
  readonly name: string;
  readonly doc: string;
  readonly context: Ts;
  readonly returns: Ts;
}

function functionOf(
  entity: EntityModel,
  logic: CodeModel,
  parts: FunctionParts,
): LogicFunction {
  const words = new Set(codeWords(logic.run).map(({ word }) => word));
  const parameter = parameterName(entity);
  const context = parameter === "context" ? "given" : "context";
  const isAsync = words.has("await");
  const spelled = (one: string) => name(words.has(one) ? one : `_${one}`);
  const own: Ts = safe<"ts">`${spelled(parameter)}: ${typeNameOf(entity)}`;
  const both: Ts = safe<"ts">`${own}, ${spelled(context)}: ${parts.context}`;
  return {
    logic,
    view: {
      name: name(parts.name),
      doc: comment(parts.doc),
      ...aboutOf(logic),
      async: isAsync,
      parameters: words.has(context) || isWorded(logic)
        ? both
        : words.has(parameter)
        ? own
        : safe``,
      returns: isAsync ? safe`Promise<${parts.returns}>` : parts.returns,
      body: tsCode(logic.run),
    },
  };
}

/** Its tests were written for the whole head: they call it with all that it may be given. */
function isWorded({ behavior }: LogicModel): boolean {
  return behavior !== undefined;
}

/** It is worked out of what is settled by then: neither of itself, nor of what comes after it. */
function computedFunction(
  entity: EntityModel,
  field: FieldModel,
  logic: CodeModel,
): LogicFunction {
  const parameter = parameterName(entity);
  const used = codeWords(logic.run).some(({ word }) => word === parameter);
  const later = entity.fields.filter((other) =>
    other.type === "slug" || other.type === "serial" ||
    other.logic && entity.fields.indexOf(other) >= entity.fields.indexOf(field)
  );
  const left = joined(
    ["updatedAt", ...later.map(({ name }) => name)].map(tsLiteral),
    safe` | `,
  );
  const { pascal } = nameForms(field.name);
  return {
    logic,
    view: {
      name: name(`compute${pascal}`),
      doc: comment(
        `Works out \`${field.name}\` of ${withArticle(entity.name.words)}.`,
      ),
      ...aboutOf(logic),
      async: false,
      parameters: used || isWorded(logic)
        ? safe`${name(used ? parameter : `_${parameter}`)}: Omit<${
          typeNameOf(entity)
        }, ${left}>`
        : safe``,
      returns: field.nullable
        ? safe`${valueType(field)} | null`
        : valueType(field),
      body: tsCode(logic.run),
    },
  };
}

function hookTypes(
  entity: EntityModel,
  hook: HookName,
): Pick<FunctionParts, "context" | "returns"> {
  const changing = changingTypes(entity);
  return {
    context: hook.endsWith("Update") ? changing.context : safe`LogicContext`,
    returns: CHANGING.includes(hook)
      ? changing.returns
      : hook === "beforeDelete"
      ? safe`GuardAnswer`
      : safe`void`,
  };
}

function changingTypes(
  entity: EntityModel,
): Pick<FunctionParts, "context" | "returns"> {
  return {
    context: safe`ChangeContext<${typeNameOf(entity)}>`,
    returns: safe`BeforeAnswer<${changeName(entity)}>`,
  };
}

/** The types that the functions name, as they are imported. */
function kindsOf(
  entity: EntityModel,
  functions: readonly LogicFunction[],
): readonly Name[] {
  const named = functions.map(({ view: { parameters, returns } }) =>
    `${parameters} ${returns}`
  ).join(" ");
  const kinds = KINDS.filter((kind) => new RegExp(`\\b${kind}\\b`).test(named));
  return [...kinds, ...(asksLogic(entity) ? ["EntityLogic"] : [])]
    .toSorted().map((kind) => name(kind));
}

function changeView(entity: EntityModel): EntityLogicView["change"] {
  const settable = joined(settableFields(entity).map(tsLiteral), safe` | `);
  return {
    typeName: changeName(entity),
    type: safe`Partial<Pick<${typeNameOf(entity)}, ${settable}>>`,
  };
}

function membersOf(entity: EntityModel): Ts {
  const members: Ts[] = [
    ...tableOf("guards", entity, ({ guard }) => guard),
    ...tableOf("actions", entity, ({ logic }) => logic),
  ];
  for (const { hook } of entity.hooks ?? []) members.push(name(hook));
  if (hasChangingLogic(entity)) {
    const settable = tsArray(settableFields(entity).map(tsLiteral));
    members.push(
      safe`settable: ${settable}`,
      safe`schema: ${patchName(entity)}`,
    );
  }
  return safe`{ ${joined(members, safe`, `)} }`;
}

/** The functions of some logic of actions, by the names of these. */
function tableOf(
  member: string,
  { actions }: EntityModel,
  logicOf: (action: ActionModel) => LogicModel | undefined,
): Ts[] {
  const entries = actions.flatMap((action) => {
    const logic = logicOf(action);
    return logic ? [[action.name.kebab, name(functionName(logic.path))]] : [];
  });
  return entries.length === 0
    ? []
    : [safe`${name(member)}: ${tsObject(Object.fromEntries(entries))}`];
}

/** All but what the server makes of other things, or gives to whoever creates it. */
function settableFields({ fields }: EntityModel): readonly string[] {
  return fields.filter(({ type, computation, logic, assigned }) =>
    type !== "slug" && type !== "serial" && !computation && !logic && !assigned
  ).map(({ name }) => name);
}

function itemOf({ name: field, maxLength }: FieldModel): Ts {
  return tsObject({
    field: tsLiteral(field),
    of: name(`compute${nameForms(field).pascal}`),
    maxLength: maxLength === undefined ? undefined : tsLiteral(maxLength),
  });
}

function patchName({ name: { constant } }: EntityModel): Name {
  return name(`${constant}_PATCH`);
}

function changeName(entity: EntityModel): Name {
  return name(`${typeNameOf(entity)}Change`);
}

const CHANGING: readonly HookName[] = ["beforeCreate", "beforeUpdate"];
const KINDS = ["BeforeAnswer", "ChangeContext", "GuardAnswer", "LogicContext"];
const HOOK_DOCS: Readonly<Record<HookName, (one: string) => string>> = {
  beforeCreate: (one) => `Is asked before ${one} is created.`,
  beforeUpdate: (one) =>
    `Is asked before ${one} is replaced, patched or acted upon.`,
  beforeDelete: (one) => `Is asked before ${one} is deleted.`,
  afterCreate: (one) => `Is told of ${one} that is stored.`,
  afterUpdate: (one) => `Is told of ${one} that has changed.`,
  afterDelete: (one) => `Is told of ${one} that is gone.`,
};
