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
import { nameForms } from "../model/names.ts";
import type {
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
  const hooked = hasBeforeHooks(entity);
  return {
    file: name(entity.name.snake),
    typeName: typeNameOf(entity),
    labelPlural: comment(entity.plural.words),
    origin: comment(originOf(functions.map(({ logic }) => logic))),
    ...(kinds.length === 0 ? {} : { kinds: joined(kinds, safe`, `) }),
    ...(hooked
      ? { schema: patchName(entity), change: changeView(entity) }
      : {}),
    imports: importsFrom(entity),
    functions: functions.map(({ view }) => view),
    ...(asksLogic(entity)
      ? {
        logic: { constant: logicConstant(entity), members: membersOf(entity) },
      }
      : {}),
    ...(constant ? { fields: { constant, items: fields.map(itemOf) } } : {}),
  };
}

/** Describes all guards and hooks of a system; undefined where there are none. */
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
  const hooks = (entity.hooks ?? []).filter(isInPlace).map((hook) =>
    functionOf(entity, hook, {
      name: hook.hook,
      doc: HOOK_DOCS[hook.hook](withArticle(entity.name.words)),
      ...hookTypes(entity, hook.hook),
    })
  );
  return [...computed, ...guards, ...hooks];
}

/** Tells whether an entity has guards or hooks. */
export function asksLogic({ actions, hooks }: EntityModel): boolean {
  return hooks !== undefined || actions.some(({ guard }) => guard);
}

/** Tells whether hooks may change an entity, so that there must be a schema of what they say. */
export function hasBeforeHooks({ hooks = [] }: EntityModel): boolean {
  return hooks.some(({ hook }) => CHANGING.includes(hook));
}

/** Tells whether an entity has logic of any kind. */
export function hasLogic(entity: EntityModel): boolean {
  return asksLogic(entity) || entity.fields.some(({ logic }) => logic);
}

/** Names the constant that holds an entity's guards and hooks. */
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

/** What comes from the user's own files, file by file. */
function importsFrom(entity: EntityModel): EntityLogicView["imports"] {
  const all = [
    ...entity.fields.flatMap(({ logic }) => logic ?? []),
    ...entity.actions.flatMap(({ guard }) => guard ?? []),
    ...entity.hooks ?? [],
  ];
  const byFile = Map.groupBy(
    all.filter(({ file }) => file !== undefined),
    ({ file = "" }) => file,
  );
  return [...byFile].toSorted(([a], [b]) => a < b ? -1 : 1).map((
    [file, logic],
  ) => ({
    names: joined(
      [...new Set(logic.map(({ path }) => functionName(path)))].toSorted()
        .map((text) => name(text)),
      safe`, `,
    ),
    file: name(file.slice("logic/".length)),
  }));
}

/** Says what a function does in the words that a model was given, where one wrote it. */
export function aboutOf(
  { behavior }: LogicModel,
): Pick<LogicFunctionView, "about"> {
  return behavior === undefined ? {} : {
    about: behavior.trim().split("\n").flatMap((line) => wrapped(line.trim()))
      .map(comment),
  };
}

function wrapped(text: string): readonly string[] {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? "";
    if (last.length + word.length < LINE_WIDTH) {
      lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

function originOf(logic: readonly LogicModel[]): string {
  const isWorded = ({ behavior }: LogicModel) => behavior !== undefined;
  if (!logic.some(isWorded)) {
    return "in TypeScript. It is made of the blueprint's `run`: change it there.";
  }
  return logic.every(isWorded)
    ? `in words. ${WRITTEN}`
    : "in TypeScript and in words. It is made of the blueprint's `run` and `behavior`: change it there.";
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
  const changes = hook.endsWith("Update");
  return {
    context: changes
      ? safe`ChangeContext<${typeNameOf(entity)}>`
      : safe`LogicContext`,
    returns: CHANGING.includes(hook)
      ? safe`BeforeAnswer<${changeName(entity)}>`
      : hook === "beforeDelete"
      ? safe`GuardAnswer`
      : safe`void`,
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
  const guards = entity.actions.filter(({ guard }) => guard);
  const members: Ts[] = [];
  if (guards.length > 0) {
    const entries = guards.map((action) => [
      action.name.kebab,
      name(`guard${action.name.pascal}`),
    ]);
    members.push(safe`guards: ${tsObject(Object.fromEntries(entries))}`);
  }
  for (const { hook } of entity.hooks ?? []) members.push(name(hook));
  if (hasBeforeHooks(entity)) {
    const settable = tsArray(settableFields(entity).map(tsLiteral));
    members.push(
      safe`settable: ${settable}`,
      safe`schema: ${patchName(entity)}`,
    );
  }
  return safe`{ ${joined(members, safe`, `)} }`;
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

/** How a function comes about that a model wrote. */
export const WRITTEN =
  "A language model wrote it after the blueprint's `behavior`: change it there.";
const LINE_WIDTH = 96;
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
