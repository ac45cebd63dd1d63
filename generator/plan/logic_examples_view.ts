/**
 * What the tests need that the examples of logic become.
 *
 * @module
 */
import type { LogicExample, LogicModel } from "../model/logic_model.ts";
import { nameForms } from "../model/names.ts";
import type { EntityModel } from "../model/system_model.ts";
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
import { specConstant, typeNameOf } from "./entity_view.ts";
import { fieldsConstant, logicConstant } from "./logic_view.ts";
import { functionName } from "./logic_names.ts";
import { logicOf } from "./logic_of.ts";
import { EXAMPLE_TIME, exampleValue } from "./example_world.ts";

type Ts = Safe<"ts">;

/** Describes the tests of an entity's examples; undefined where it has none. */
export function logicExamplesView(
  entity: EntityModel,
): LogicExamplesView | undefined {
  const all = withExamples(entity).filter(({ examples = [] }) =>
    examples.length > 0
  );
  if (all.length === 0) return undefined;
  const fields = fieldsConstant(entity);
  const says = (wanted: (example: LogicExample) => boolean) =>
    all.some(({ examples = [] }) => examples.some(wanted));
  const refuses = says(({ refuses }) => refuses !== undefined);
  const computed = fields && says(({ refuses }) => refuses === undefined)
    ? { spec: specConstant(entity), fields }
    : undefined;
  const examples = all.flatMap((logic) =>
    (logic.examples ?? []).map((example) => exampleOf(logic, example, entity))
  );
  return {
    file: name(entity.name.snake),
    typeName: typeNameOf(entity),
    labelPlural: comment(entity.plural.words),
    refuses,
    constants: joined([
      ...(refuses ? [logicConstant(entity)] : []),
      ...(computed ? [computed.fields] : []),
    ], safe`, `),
    ...(computed ? { computed } : {}),
    sample: sampleOf(entity),
    examples,
  };
}

/** Lists an entity's logic without what runs when all is done. */
function withExamples(entity: EntityModel): readonly LogicModel[] {
  return logicOf(entity).filter(({ path }) => !path.includes(".hooks.after"));
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
  { given, refuses, gives }: LogicExample,
  { name }: EntityModel,
): string {
  const one = withArticle(name.words) +
    (Object.keys(given).length > 0 ? ` with ${JSON.stringify(given)}` : "");
  const verb = refuses === undefined
    ? `gives ${JSON.stringify(gives)} for`
    : refuses
    ? "refuses"
    : "lets pass";
  return `${functionName(path)} ${verb} ${one}`;
}

function exampleOf(
  { path }: LogicModel,
  { given, refuses, gives }: LogicExample,
  entity: EntityModel,
): LogicExamplesView["examples"][number] {
  const isGiven = Object.keys(given).length > 0;
  const [, , , member = ""] = path.split(".");
  const members = Object.entries(given).map(([field, value]) =>
    safe<"ts">`${name(field)}: ${tsLiteral(value)}`
  );
  return {
    title: tsLiteral(exampleTitle(path, { given, refuses, gives }, entity)),
    async: refuses !== undefined,
    given: isGiven
      ? safe`{ ...SAMPLE, ${joined(members, safe<"ts">`, `)} }`
      : safe`SAMPLE`,
    check: refuses === undefined
      ? safe`assert.deepEqual(expectValue(compute(given)).${name(member)}, ${
        tsLiteral(gives)
      });`
      : safe`assert.equal(isRefusal(await ${
        askOf(path, entity)
      }(given, CONTEXT)), ${tsLiteral(refuses)});`,
  };
}

/** Spells how a guard, the logic of an action or a hook is called, whatever it takes of what it is given. */
function askOf(path: string, entity: EntityModel): Ts {
  const constant = logicConstant(entity);
  const [, , part, key = "", role] = path.split(".");
  return part === "hooks"
    ? safe`${constant}.${name(key)}?.`
    : safe`${constant}.${name(role === undefined ? "actions" : "guards")}?.[${
      tsLiteral(nameForms(key).kebab)
    }]?.`;
}

/** Every field has a value that keeps its rules; what logic works out is worked out anew. */
function sampleOf(entity: EntityModel): Ts {
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
