/**
 * {@link Blueprint} → YAML: one canonical text, made to be read and edited, that parses back to the same blueprint.
 *
 * @module
 */
import type { ApiBlueprint } from "./api_blueprint.ts";
import type {
  AccessRuleBlueprint,
  Blueprint,
  CacheBlueprint,
  ComponentBlueprint,
  EntityBlueprint,
  UsersBlueprint,
} from "./blueprint.ts";
import { endpointsLines } from "./write_endpoints.ts";
import { actionsLines, fieldsLines, hooksLines } from "./write_logic.ts";
import { flowList, flowMap, scalar } from "./yaml_text.ts";

/** How a blueprint is written. */
export interface WriteBlueprintOptions {
  /** Lines of a comment at the top; line breaks in them are kept as further comment lines. @default none */
  readonly comment?: string;
}

/** Writes a checked blueprint. Deterministic: keys in the language's order, entries in the blueprint's. */
export function writeBlueprint(
  blueprint: Blueprint,
  options: WriteBlueprintOptions = {},
): string {
  const { http, store, users, api, entities, webhooks, schedule } = blueprint;
  const { components, requirements } = blueprint;
  const lines = [
    ...commentLines(options.comment),
    `schema: ${blueprint.schema}`,
    `system: ${scalar(blueprint.system)}`,
    ...optional("description", blueprint.description),
    ...(http ? [`http: ${flowMap(http)}`] : []),
    ...(store ? [`store: ${flowMap(store)}`] : []),
    ...(users ? usersLines(users) : []),
    ...(api ? apiLines(api) : []),
  ];
  if (entities) {
    lines.push(...section("entities", Object.entries(entities), writeEntity));
  }
  if (webhooks) {
    const entries = Object.entries(webhooks);
    lines.push(...table("webhooks", entries, flowMap, "webhooks: {}"));
  }
  if (schedule) {
    const entries = Object.entries(schedule);
    lines.push(...table("schedule", entries, flowMap, "schedule: {}"));
  }
  lines.push(...endpointsLines(blueprint.endpoints));
  if (components) {
    lines.push(
      ...section("components", Object.entries(components), writeComponent),
    );
  }
  if (requirements) {
    const items = requirements.flatMap(({ text, covers }) => [
      `  - text: ${scalar(text)}`,
      `    covers: ${flowList(covers)}`,
    ]);
    lines.push(
      ...(items.length > 0
        ? ["requirements:", ...items]
        : ["requirements: []"]),
    );
  }
  return lines.join("\n") + "\n";
}

function commentLines(comment: string | undefined): readonly string[] {
  if (comment === undefined) return [];
  // Whatever ends a line for some reader begins a new comment line.
  return comment.split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) =>
      // deno-lint-ignore no-control-regex -- control characters are what it removes
      `# ${line.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ")}`.trimEnd()
    );
}

function optional(
  key: string,
  value: string | undefined,
): readonly string[] {
  return value === undefined ? [] : [`${key}: ${scalar(value)}`];
}

function section<T>(
  key: string,
  entries: readonly (readonly [string, T])[],
  write: (value: T) => readonly string[],
): readonly string[] {
  if (entries.length === 0) return [`${key}: {}`];
  return [
    `${key}:`,
    ...entries.flatMap(([name, value]) => nested(name, write(value))),
  ];
}

/** A name with lines under it; without any it stands for an empty mapping. */
function nested(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0
    ? [`  ${name}: {}`]
    : [`  ${name}:`, ...lines.map((line) => `    ${line}`)];
}

function writeEntity(entity: EntityBlueprint): readonly string[] {
  return [
    ...optional("description", entity.description),
    ...optional("plural", entity.plural),
    ...fieldsLines(entity.fields, table),
    ...table("relations", Object.entries(entity.relations ?? {}), flowMap),
    ...optional("key", entity.key),
    ...(entity.unique ? [`unique: ${flowList(entity.unique)}`] : []),
    ...(entity.softDelete === undefined
      ? []
      : [`softDelete: ${entity.softDelete}`]),
    ...(entity.live === undefined ? [] : [`live: ${entity.live}`]),
    ...(entity.cache ? [`cache: ${cacheText(entity.cache)}`] : []),
    ...table("requires", Object.entries(entity.requires ?? {}), flowMap),
    ...(entity.editable ? [`editable: ${flowMap(entity.editable)}`] : []),
    ...(entity.visible ? [`visible: ${flowMap(entity.visible)}`] : []),
    ...(entity.exempt ? [`exempt: ${flowList(entity.exempt)}`] : []),
    ...(entity.noOverlap
      ? entity.noOverlap.length === 0 ? ["noOverlap: []"] : [
        "noOverlap:",
        ...entity.noOverlap.map((rule) => `  - ${flowMap(rule)}`),
      ]
      : []),
    ...(entity.search === undefined
      ? []
      : [`search: ${flowList([entity.search].flat())}`]),
    ...table("aggregates", Object.entries(entity.aggregates ?? {}), flowMap),
    ...(entity.indexes ? [`indexes: ${flowList(entity.indexes)}`] : []),
    ...(entity.order ? [`order: ${flowList([entity.order].flat())}`] : []),
    ...(entity.operations
      ? [`operations: ${flowList(entity.operations)}`]
      : []),
    ...(entity.bulk ? [`bulk: ${flowList([entity.bulk].flat())}`] : []),
    ...(entity.bulkLimit === undefined
      ? []
      : [`bulkLimit: ${entity.bulkLimit}`]),
    ...actionsLines(entity.actions ?? {}, table),
    ...hooksLines(entity.hooks),
    ...table("marks", Object.entries(entity.marks ?? {}), flowMap),
    ...optional("owner", entity.owner),
    ...optional("tenant", entity.tenant),
    ...table("access", Object.entries(entity.access ?? {}), writeRule),
    ...emptyTables(entity),
  ];
}

function cacheText(cache: CacheBlueprint): string {
  return Object.keys(cache).length === 0 ? "true" : flowMap(cache);
}

function usersLines(users: UsersBlueprint): readonly string[] {
  return [`users: ${flowMap(users)}`];
}

function apiLines(api: ApiBlueprint): readonly string[] {
  const { account, resources, ...rest } = api;
  const settings = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) =>
      `  ${key}: ${typeof value === "string" ? scalar(value) : flowMap(value)}`
    );
  const lines = [
    ...settings,
    ...(account ? [`  account: ${flowMap(account)}`] : []),
    ...(resources
      ? table("resources", Object.entries(resources), flowMap, "resources: {}")
        .map((line) => `  ${line}`)
      : []),
  ];
  return lines.length === 0 ? ["api: {}"] : ["api:", ...lines];
}

function emptyTables(entity: EntityBlueprint): readonly string[] {
  return ([
    "relations",
    "requires",
    "aggregates",
    "actions",
    "marks",
    "access",
  ] as const)
    .filter((key) => entity[key] && Object.keys(entity[key]).length === 0)
    .map((key) => `${key}: {}`);
}

/** One entry a line, values in one column. */
function table<T>(
  key: string,
  entries: readonly (readonly [string, T])[],
  write: (value: T) => string,
  none: string | undefined = key === "fields" ? "fields: {}" : undefined,
): readonly string[] {
  if (entries.length === 0) return none === undefined ? [] : [none];
  const widest = Math.max(...entries.map(([name]) => name.length));
  return [
    `${key}:`,
    ...entries.map(([name, value]) =>
      `  ${`${name}:`.padEnd(widest + 1)} ${write(value)}`
    ),
  ];
}

function writeRule(rule: AccessRuleBlueprint): string {
  return typeof rule === "string" ? scalar(rule) : flowList(rule);
}

function writeComponent(component: ComponentBlueprint): readonly string[] {
  const { bindings } = component;
  return [
    ...optional("type", component.type),
    ...optional("entity", component.entity),
    ...optional("description", component.description),
    ...(bindings === undefined
      ? []
      : bindings.length === 0
      ? ["bindings: []"]
      : ["bindings:", ...bindings.map((binding) => `  - ${flowMap(binding)}`)]),
  ];
}
