/**
 * Logic of the user's own: is there any, and is it where it can work? Whether it parses is checked where the formatter is.
 *
 * @module
 */
import {
  type ActionBlueprint,
  type Blueprint,
  type EntityBlueprint,
  type FieldBlueprint,
  HOOKS,
  type LogicBlueprint,
} from "./blueprint.ts";
import { refuseAmbient } from "./check_fetches.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { checkExamples } from "./check_examples.ts";
import { codeWords } from "./code_words.ts";
import { fieldsIn, parseExpression } from "./expression.ts";

/** A piece of logic and its path in the blueprint. */
export interface PlacedLogic {
  /** The path of its mapping, such as `entities.article.actions.publish.guard`. */
  readonly path: string;
  /** The logic. */
  readonly logic: LogicBlueprint;
}

/** Lists every piece of logic, in the order of the language. */
export function logicIn(
  { entities = {}, endpoints = {} }: Blueprint,
): readonly PlacedLogic[] {
  return [
    ...Object.entries(entities).flatMap(([name, entity]) =>
      logicOf(`entities.${name}`, entity)
    ),
    ...Object.entries(endpoints).map(([name, { run, file, behavior }]) => ({
      path: `endpoints.${name}`,
      logic: { run, file, behavior },
    })),
  ];
}

/** Checks all logic of a blueprint as far as that can be done without parsing it. */
export function checkLogic(
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  for (const placed of logicIn(blueprint)) {
    checkText(placed.path, placed.logic, diagnostics);
    const [part, name = ""] = placed.path.split(".");
    const entity = part === "entities" ? blueprint.entities?.[name] : undefined;
    if (entity) checkExamples(placed, entity, diagnostics);
    const { run } = placed.logic;
    if (entity && run !== undefined) {
      refuseAmbient(placed.path, run, diagnostics);
    }
  }
  for (const [name, entity] of Object.entries(blueprint.entities ?? {})) {
    for (const [key, field] of Object.entries(entity.fields)) {
      const path = `entities.${name}.fields.${key}`;
      checkComputedField(key, field, path, diagnostics);
      checkOperands(key, entity, path, diagnostics);
    }
  }
}

function logicOf(
  at: string,
  { fields, actions = {}, hooks = {} }: EntityBlueprint,
): readonly PlacedLogic[] {
  const computed = Object.entries(fields).map(([key, { computed }]) => ({
    path: `${at}.fields.${key}.computed`,
    logic: typeof computed === "object" ? computed : undefined,
  }));
  const acting = Object.entries(actions).flatMap(([key, action]) => [
    { path: `${at}.actions.${key}.guard`, logic: action.guard },
    { path: `${at}.actions.${key}`, logic: ownLogic(action) },
  ]);
  const hooked = HOOKS.map((hook) => ({
    path: `${at}.hooks.${hook}`,
    logic: hooks[hook],
  }));
  return [...computed, ...acting, ...hooked]
    .flatMap(({ path, logic }) => logic === undefined ? [] : [{ path, logic }]);
}

/** An action need not have logic of its own; examples alone are of some that is missing. */
function ownLogic(
  { run, file, behavior, examples }: ActionBlueprint,
): LogicBlueprint | undefined {
  const logic = { run, file, behavior, examples };
  return Object.values(logic).some((value) => value !== undefined)
    ? logic
    : undefined;
}

function checkText(
  path: string,
  { run, file, behavior }: LogicBlueprint,
  diagnostics: DiagnosticList,
): void {
  const found = Object.entries({ run, file, behavior })
    .flatMap(([key, value]) => value === undefined ? [] : [`"${key}"`]);
  if (found.length !== 1) {
    diagnostics.error(
      "AC630",
      path,
      `Cannot use "${path}": found ${
        found.length === 0 ? "none" : found.join(" and ")
      }, wanted one of "run", "file" and "behavior"`,
      { at: "key" },
    );
  }
  if (behavior !== undefined && behavior.trim() === "") {
    diagnostics.error(
      "AC630",
      `${path}.behavior`,
      `Cannot use "${path}.behavior": found no words`,
      { at: "key", hint: "say in a sentence or two what it does" },
    );
  }
  if (file !== undefined && file.endsWith("_test.ts")) {
    diagnostics.error(
      "AC636",
      `${path}.file`,
      `Cannot use "${file}": found a name that is one of a test`,
      { hint: "give it another name" },
    );
  }
  if (run === undefined) return;
  const words = codeWords(run);
  if (words.length === 0) {
    diagnostics.error(
      "AC630",
      `${path}.run`,
      `Cannot use "${path}.run": found no statement`,
      { at: "key", hint: "write TypeScript behind `run: |`" },
    );
  }
  const foreign = words.find(({ word }) => word === "import");
  if (foreign !== undefined) {
    diagnostics.error(
      "AC632",
      `${path}.run`,
      `Cannot use "${path}.run": found "import", wanted statements that need none`,
      {
        code: { line: foreign.line, column: foreign.column, length: 6 },
        hint: "use what is global, such as Intl, crypto or URL",
      },
    );
  }
}

function checkComputedField(
  key: string,
  field: FieldBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): void {
  if (typeof field.computed !== "object") return;
  if (NOT_COMPUTED.includes(field.type)) {
    diagnostics.error(
      "AC631",
      `${path}.computed`,
      `Cannot compute "${key}": found the type "${field.type}", wanted one whose values can be compared`,
      { at: "key", hint: `use another type than ${NOT_COMPUTED.join(", ")}` },
    );
  }
  for (const setting of ["minLength", "pattern"] as const) {
    if (field[setting] === undefined) continue;
    diagnostics.error(
      "AC631",
      `${path}.${setting}`,
      `Cannot use "${setting}" with "computed": no client sets "${key}"`,
      { at: "key", hint: "remove it" },
    );
  }
}

/** Expressions are worked out before logic is asked. */
function checkOperands(
  key: string,
  { fields }: EntityBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): void {
  const text = fields[key]?.computed;
  if (typeof text !== "string") return;
  const read = parseExpression(text);
  if (!("expression" in read)) return;
  for (const { name, start, length } of fieldsIn(read.expression)) {
    const operand = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (typeof operand?.computed !== "object") continue;
    diagnostics.error(
      "AC633",
      `${path}.computed`,
      `Cannot compute "${key}": found "${name}", which is worked out by "run" after all expressions`,
      {
        within: { text, start, length },
        hint: `write "${key}" by "run", too, below "${name}"`,
      },
    );
  }
}

const NOT_COMPUTED: readonly string[] = [
  "slug",
  "serial",
  "json",
  "list",
  "object",
  "file",
];
