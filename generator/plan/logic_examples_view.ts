/**
 * What the tests need that the examples of logic become.
 *
 * @module
 */
import type { LogicExample, LogicModel } from "../model/logic_model.ts";
import { nameForms } from "../model/names.ts";
import type {
  ActionModel,
  EntityModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  comment,
  joined,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { LogicExamplesView } from "../../templates/views.ts";
import { withArticle } from "../blueprint/with_article.ts";
import { stateBefore } from "./action_state.ts";
import { specConstant, typeNameOf } from "./entity_view.ts";
import { fieldsConstant, logicConstant } from "./logic_view.ts";
import { functionName } from "./logic_names.ts";
import { logicOf } from "./logic_of.ts";
import { EXAMPLE_TIME, exampleValue } from "./example_world.ts";

type Ts = Safe<"ts">;

/** Describes the tests of an entity's examples; undefined where it has none. */
export function logicExamplesView(
  entity: EntityModel,
  { users }: SystemModel,
): LogicExamplesView | undefined {
  const all = withExamples(entity).filter(({ examples = [] }) =>
    examples.length > 0
  );
  if (all.length === 0) return undefined;
  const fields = fieldsConstant(entity);
  const examples = all.flatMap((logic) =>
    (logic.examples ?? []).map((example) => exampleOf(logic, example, entity))
  );
  const called = new Set(examples.map(({ called }) => called));
  const computed = called.has(COMPUTED) ? fields : undefined;
  const asks = [...called].some((one) => one !== COMPUTED);
  return {
    file: name(entity.name.snake),
    typeName: typeNameOf(entity),
    labelPlural: comment(entity.plural.words),
    expectations: joined([...called].toSorted().map(name), safe`, `),
    constants: joined([
      ...(asks ? [logicConstant(entity)] : []),
      ...(computed ? [computed] : []),
    ], safe`, `),
    spec: specConstant(entity),
    ...(computed ? { computed } : {}),
    ground: groundOf(entity, users),
    examples: examples.map(({ title, check }) => ({ title, check })),
  };
}

/** Lists an entity's logic without what runs when all is done. */
function withExamples(entity: EntityModel): readonly LogicModel[] {
  return logicOf(entity).filter(({ path }) => !path.includes(".hooks.after"));
}

/** Tells whether examples say what some logic of an entity means. */
export function hasExamples(entity: EntityModel): boolean {
  return withExamples(entity).some(({ examples = [] }) => examples.length > 0);
}

/** Tells whether an entity has logic of which no example says what it means. */
export function lacksExamples(entity: EntityModel): boolean {
  return withExamples(entity).some(({ examples = [] }) =>
    examples.length === 0
  ) ||
    (entity.hooks ?? []).some(({ hook }) => hook.startsWith("after"));
}

/** Gives the path of the tests that an entity's examples become. */
export function examplesFile({ name }: EntityModel): string {
  return `tests/unit/${name.snake}_examples_test.ts`;
}

/** Says in words what an example of an entity's logic shows: the name of its test. */
export function exampleTitle(
  path: string,
  { given, now, refuses, gives }: LogicExample,
  { name }: EntityModel,
): string {
  const one = withArticle(name.words) +
    (Object.keys(given).length > 0 ? ` with ${JSON.stringify(given)}` : "") +
    (now === undefined ? "" : ` at ${now}`);
  const verb = refuses === undefined
    ? `gives ${JSON.stringify(gives)} for`
    : refuses
    ? "refuses"
    : "lets pass";
  return `${functionName(path)} ${verb} ${one}`;
}

/** A test of an example, and what it calls. */
interface ExampleTest {
  readonly title: Ts;
  readonly called: string;
  readonly check: Ts;
}

function exampleOf(
  { path }: LogicModel,
  given: LogicExample,
  entity: EntityModel,
): ExampleTest {
  const { now, refuses, gives } = given;
  const [, , , member = ""] = path.split(".");
  const says = {
    given: tsLiteral(given.given),
    now: now === undefined ? undefined : tsLiteral(new Date(now).toISOString()),
  };
  const { called, ask, example } = refuses === undefined
    ? {
      called: COMPUTED,
      ask: safe<"ts">`compute`,
      example: tsObject({
        ...says,
        field: tsLiteral(member),
        gives: tsLiteral(gives),
      }),
    }
    : {
      called: hasBefore(path) ? "expectChangeRefusal" : "expectRefusal",
      ask: askOf(path, entity),
      example: tsObject({
        operations: tsLiteral(operationsOf(path, entity)),
        ...actionOf(path, entity),
        ...says,
        refuses: tsLiteral(refuses),
      }),
    };
  return {
    title: tsLiteral(exampleTitle(path, given, entity)),
    called,
    check: safe`${name(called)}(GROUND, ${ask}, ${example})`,
  };
}

/** What there must be before the action that logic is about, and what it sets before its own logic is asked. */
function actionOf(
  path: string,
  entity: EntityModel,
): { readonly from?: Ts; readonly set?: Ts } {
  const [, , part, key = "", role] = path.split(".");
  const action = part === "actions"
    ? entity.actions.find(({ name }) => name.kebab === nameForms(key).kebab)
    : undefined;
  if (action === undefined) return {};
  const from = stateBefore(action, entity);
  return {
    ...(from ? { from } : {}),
    ...(role === undefined ? { set: tsLiteral(action.set) } : {}),
  };
}

/** Tells whether logic is told what there was before the change. */
function hasBefore(path: string): boolean {
  const [, , part, key, role] = path.split(".");
  return part === "hooks"
    ? key === "beforeUpdate"
    : part === "actions" && role === undefined;
}

/** Lists what may be under way when logic is asked: what an example says of it holds for all of that. */
function operationsOf(path: string, entity: EntityModel): readonly string[] {
  const [, , part, key = "", role] = path.split(".");
  const bodies = ["patch", "replace"].filter((operation) =>
    entity.operations.some((one) => one === operation)
  );
  const action = nameForms(key).kebab;
  if (part === "actions") {
    const found = entity.actions.find(({ name }) => name.kebab === action);
    const isDone = role !== undefined && found && byBodies(found, entity);
    return [action, ...isDone ? bodies : []];
  }
  if (key === "beforeCreate") return ["create"];
  if (key === "beforeDelete") return ["delete"];
  const actions = entity.actions.map(({ name }) => name.kebab);
  return [bodies, actions, ["patch"]].find(({ length }) => length > 0) ?? [];
}

/** Tells whether a body may do what an action does; its guard is asked then, too. */
function byBodies({ set }: ActionModel, { fields }: EntityModel): boolean {
  return Object.keys(set).every((key) => {
    const field = fields.find(({ name }) => name === key);
    return field && !field.readOnly && !field.immutable;
  });
}

/** Spells how a guard, the logic of an action or a hook is called, whatever it takes of what it is given. */
function askOf(path: string, entity: EntityModel): Ts {
  const constant = logicConstant(entity);
  const [, , part, key = "", role] = path.split(".");
  return part === "hooks"
    ? safe`${constant}.${name(key)}`
    : safe`${constant}.${name(role === undefined ? "actions" : "guards")}?.[${
      tsLiteral(nameForms(key).kebab)
    }]`;
}

/** What is open is another each time: which fields that is, and what users are. */
function groundOf(entity: EntityModel, users: SystemModel["users"]): Ts {
  const links = entity.fields.filter(({ relation }) => relation);
  const { tenant } = entity.access ?? {};
  const [role] = users?.roles ?? [];
  return tsObject({
    spec: specConstant(entity),
    sample: sampleEntity(entity),
    links: links.length > 0
      ? tsLiteral(links.map(({ name }) => name))
      : undefined,
    users: users &&
      tsObject({
        role: role === undefined ? undefined : tsLiteral(role),
        tenant: tenant === undefined ? undefined : tsLiteral(tenant),
      }),
  });
}

/** Spells an entity of which every field has a value that keeps its rules. */
export function sampleEntity(entity: EntityModel): Ts {
  return tsObject({
    id: tsLiteral("01890a5d-ac96-774b-bcce-b302099a8057"),
    createdAt: tsLiteral(EXAMPLE_TIME),
    updatedAt: tsLiteral(EXAMPLE_TIME),
    ...Object.fromEntries(
      entity.fields.map((field) => [
        field.name,
        tsLiteral(exampleValue(field)),
      ]),
    ),
  });
}

const COMPUTED = "expectComputed";
