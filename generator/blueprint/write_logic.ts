/**
 * Fields, actions and hooks → YAML; code stands in literal blocks, line by line as it was written.
 *
 * @module
 */
import type {
  ActionBlueprint,
  FieldBlueprint,
  HooksBlueprint,
  LogicBlueprint,
} from "./blueprint.ts";
import { flowMap, scalar } from "./yaml_text.ts";

/** Writes entries that fit on a line each. */
export type WriteTable = <T>(
  key: string,
  entries: readonly (readonly [string, T])[],
  write: (value: T) => string,
) => readonly string[];

/** Writes the fields of an entity: on a line each, unless one is worked out by logic. */
export function fieldsLines(
  fields: Readonly<Record<string, FieldBlueprint>>,
  table: WriteTable,
): readonly string[] {
  const entries = Object.entries(fields);
  return entries.some(([, { computed }]) => typeof computed === "object")
    ? ["fields:", ...indented(entries.flatMap(fieldLines))]
    : table("fields", entries, flowMap);
}

/** Writes the actions of an entity: on a line each, unless one has a guard or logic of its own. */
export function actionsLines(
  actions: Readonly<Record<string, ActionBlueprint>>,
  table: WriteTable,
): readonly string[] {
  const entries = Object.entries(actions);
  return entries.some(([, action]) => hasLogic(action))
    ? ["actions:", ...indented(entries.flatMap(actionLines))]
    : table("actions", entries, flowMap);
}

/** Writes the hooks of an entity. */
export function hooksLines(hooks: HooksBlueprint | undefined): string[] {
  if (hooks === undefined) return [];
  const lines = Object.entries(hooks).flatMap(([hook, logic]) =>
    indented(logicLines(hook, logic))
  );
  return lines.length === 0 ? ["hooks: {}"] : ["hooks:", ...lines];
}

/** Writes logic behind its key. */
export function logicLines(key: string, logic: LogicBlueprint): string[] {
  const lines = partLines(logic);
  return lines.length === 0 ? [`${key}: {}`] : [`${key}:`, ...indented(lines)];
}

function partLines(
  { run, file, behavior, examples }: LogicBlueprint,
): string[] {
  return [
    ...(run === undefined ? [] : codeLines(run)),
    ...(file === undefined ? [] : [`file: ${scalar(file)}`]),
    ...(behavior === undefined ? [] : [`behavior: ${scalar(behavior)}`]),
    ...(examples === undefined
      ? []
      : examples.length === 0
      ? ["examples: []"]
      : [
        "examples:",
        ...examples.map((example) => `  - ${flowMap(example)}`),
      ]),
  ];
}

/** A literal block keeps every line, but not what is invisible, nor blanks at the very begin. */
function codeLines(run: string): string[] {
  const isPlain = /^[^\s]/.test(run) && !/[\r\t]|[^\S\n]$/m.test(run) &&
    run === run.replace(INVISIBLE, "") && !/\n\n$/.test(run);
  if (!isPlain) return [`run: ${scalar(run)}`];
  const ends = run.endsWith("\n");
  const lines = (ends ? run.slice(0, -1) : run).split("\n");
  return [`run: |${ends ? "" : "-"}`, ...indented(lines)];
}

function fieldLines(
  [name, field]: readonly [string, FieldBlueprint],
): string[] {
  const { computed, ...rest } = field;
  return typeof computed === "object"
    ? [
      `${name}:`,
      ...indented([...settingLines(rest), ...logicLines("computed", computed)]),
    ]
    : [`${name}: ${flowMap(field)}`];
}

function actionLines(
  [name, action]: readonly [string, ActionBlueprint],
): string[] {
  if (!hasLogic(action)) return [`${name}: ${flowMap(action)}`];
  const { guard, run, file, behavior, examples, ...rest } = action;
  return [
    `${name}:`,
    ...indented([
      ...settingLines(rest),
      ...(guard === undefined ? [] : logicLines("guard", guard)),
      ...partLines({ run, file, behavior, examples }),
    ]),
  ];
}

function hasLogic(
  { guard, run, file, behavior, examples }: ActionBlueprint,
): boolean {
  return [guard, run, file, behavior, examples]
    .some((value) => value !== undefined);
}

/** What is left when the logic is taken out, on a line each. */
function settingLines(rest: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(rest)
    .filter(([, setting]) => setting !== undefined)
    .map(([setting, value]) =>
      flowMap({ [setting]: value }).replace(/^\{ (.*) \}$/, "$1")
    );
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => line === "" ? "" : `  ${line}`);
}

const INVISIBLE =
  // deno-lint-ignore no-control-regex -- control characters are what it finds
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
