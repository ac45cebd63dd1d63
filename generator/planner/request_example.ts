/**
 * Requests with what a person would expect of them, and the outline both are compared in.
 *
 * @module
 */
import type {
  Blueprint,
  EntityBlueprint,
  FieldBlueprint,
  ScheduleBlueprint,
} from "../blueprint/blueprint.ts";
import { OPERATIONS } from "../blueprint/blueprint.ts";
import { relationName } from "./names.ts";

/** A request and the outline of the blueprint it should become. */
export interface RequestExample {
  /** What it is about; the test's name. @default the request */
  readonly name?: string;
  /** The request. */
  readonly request: string;
  /**
   * One line a decision: `store memory`, `port 8080`, and for each entity
   * `name: fields > relations | actions - refused operations ^marks %unique together / order @ owner and access`;
   * one line says who the users are, and one a webhook what is told whom: `webhook name: event -> host`.
   */
  readonly outline: string;
  /** Parts that must be reported as not understood or not built, word for word. @default [] */
  readonly notUnderstood?: readonly string[];
  /** Who is said to do things that anyone may do, word for word. @default [] */
  readonly notEnforced?: readonly string[];
}

/** Writes a blueprint as an outline. */
export function outlineOf(blueprint: Blueprint): string {
  const lines: string[] = [];
  if (blueprint.store?.engine) lines.push(`store ${blueprint.store.engine}`);
  if (blueprint.http?.port) lines.push(`port ${blueprint.http.port}`);
  const keys = blueprint.http?.idempotency;
  if (keys) lines.push(keys.required ? "keys required" : "keys");
  const limit = blueprint.http?.rateLimit;
  if (limit) lines.push(`limit ${limit.requests}/${limit.per}`);
  if (blueprint.users) {
    const { entity, signIn, roles, tenant } = blueprint.users;
    lines.push(
      "users" + (entity ? ` entity=${entity}` : "") +
        (tenant ? ` tenant=${tenant}` : "") +
        (signIn ? ` signIn=${signIn}` : "") +
        (roles ? ` roles=${roles.join()}` : ""),
    );
  }
  for (const [name, tries] of Object.entries(blueprint.users?.tries ?? {})) {
    lines.push(`tries ${name} ${tries.requests}/${tries.per ?? ""}`);
  }
  for (const [name, entity] of Object.entries(blueprint.entities ?? {})) {
    lines.push(`${name}: ${entityOutline(entity)}`);
  }
  for (
    const [name, { on, hosts }] of Object.entries(blueprint.webhooks ?? {})
  ) {
    lines.push(`webhook ${name}: ${on} -> ${hosts.join()}`);
  }
  for (const [name, job] of Object.entries(blueprint.schedule ?? {})) {
    lines.push(`schedule ${name}: ${scheduleOutline(job)}`);
  }
  return lines.join("\n");
}

function scheduleOutline(
  { every, at, entity, where = {}, before = {}, do: deed }: ScheduleBlueprint,
): string {
  const when = every === undefined ? `at ${at}` : `every ${every}`;
  const past = Object.entries(before).map(([k, v]) => `${k}<${v}`);
  const states = Object.entries(where).map(([k, v]) =>
    `${k}=${[v].flat().join("/")}`
  );
  return `${when} ${entity}.${deed} if ${[...states, ...past].join()}`;
}

/** Takes the indentation and the outer blank lines off an expected outline. */
export function normalOutline(outline: string): string {
  return outline.split("\n").map((line) => line.trim()).filter(Boolean)
    .join("\n");
}

function entityOutline(entity: EntityBlueprint): string {
  const parts = [
    Object.entries(entity.fields).map(([name, field]) =>
      fieldOutline(name, field)
    ).join(" "),
  ];
  const relations = Object.entries(entity.relations ?? {});
  if (relations.length > 0) {
    const words = relations.map(([name, relation]) =>
      (relation.manyToMany
        ? `${name}<>${relation.manyToMany}`
        : name === relationName(relation.belongsTo)
        ? relation.belongsTo
        : `${name}=${relation.belongsTo}`) +
      (relation.required === false ? "?" : "") +
      (relation.onDelete ? `(${relation.onDelete})` : "")
    );
    parts.push(`> ${words.join(" ")}`);
  }
  const actions = Object.entries(entity.actions ?? {});
  if (actions.length > 0) {
    parts.push(
      `| ${
        actions.map(([name, action]) => {
          const set = Object.entries(action.set).map(([k, v]) => `${k}=${v}`);
          const when = Object.entries(action.when ?? {}).map(([k, v]) =>
            `${k}=${Array.isArray(v) ? v.join("/") : v}`
          );
          const needs = [action.needs ?? []].flat();
          const adjust = Object.entries(action.adjust ?? {}).map(([k, v]) =>
            `${k}${/^-/.test(`${v}`) ? "" : "+"}${v}`
          );
          return `${name}(${set.join(",")}${
            when.length > 0 ? ` if ${when.join(",")}` : ""
          }${needs.length > 0 ? ` needs ${needs.join(",")}` : ""}${
            adjust.length > 0 ? `; ${adjust.join(",")}` : ""
          })`;
        }).join(" ")
      }`,
    );
  }
  const refused = OPERATIONS.filter((operation) =>
    entity.operations && !entity.operations.includes(operation)
  );
  if (refused.length > 0) parts.push(`- ${refused.join(" ")}`);
  parts.push(...furtherOutline(entity));
  return parts.join(" ").trim();
}

/** What else there is: marks `^`, joint uniqueness `%`, order `/`, access `@`. */
function furtherOutline(entity: EntityBlueprint): string[] {
  const parts: string[] = [];
  for (const [name, { field, count }] of Object.entries(entity.marks ?? {})) {
    parts.push(`^${name}(${field},${count})`);
  }
  for (const names of entity.unique ?? []) parts.push(`%${names.join("+")}`);
  for (const { from, until, within = [], when } of entity.noOverlap ?? []) {
    const counts = Object.entries(when ?? {}).map(([k, v]) =>
      ` if ${k}=${[v].flat().join("/")}`
    );
    parts.push(`&${from}..${until}(${within.join()})${counts.join()}`);
  }
  if (entity.search) parts.push(`?words(${[entity.search].flat().join()})`);
  for (
    const [name, { by, sum, avg }] of Object.entries(entity.aggregates ?? {})
  ) {
    const keys = typeof by === "string" ? by : Object.entries(by).join();
    const what = sum ? ` sum ${sum}` : avg ? ` avg ${avg}` : "";
    parts.push(`#${name}(${keys}${what})`);
  }
  const locks = { editable: entity.editable, visible: entity.visible?.when };
  for (const [name, states] of Object.entries(locks)) {
    if (states) parts.push(`${name}(${statesOutline(states)})`);
  }
  for (const [name, states] of Object.entries(entity.requires ?? {})) {
    parts.push(`requires(${name}: ${statesOutline(states)})`);
  }
  if (entity.visible?.always) {
    parts.push(`always(${[entity.visible.always].flat().join()})`);
  }
  if (entity.exempt) parts.push(`exempt(${entity.exempt.join()})`);
  if (entity.softDelete) parts.push("~soft");
  if (entity.cache) parts.push(`~cache=${entity.cache.seconds ?? ""}`);
  if (entity.live) parts.push("~live");
  if (entity.tenant) parts.push(`~tenant=${entity.tenant}`);
  if (entity.order) parts.push(`/ ${[entity.order].flat().join()}`);
  if (entity.access) {
    const rules = Object.entries(entity.access).map(([name, rule]) =>
      `${name}=${[rule].flat().join("/")}`
    );
    const owner = entity.owner ? `owner=${entity.owner} ` : "";
    parts.push(`@ ${owner}${rules.join(" ")}`);
  }
  return parts;
}

function statesOutline(
  states: NonNullable<EntityBlueprint["editable"]>,
): string {
  return Object.entries(states).map(([key, value]) =>
    `${key}=${[value].flat().join("/")}`
  ).join();
}

function fieldOutline(name: string, field: FieldBlueprint): string {
  const range = field.min === undefined && field.max === undefined
    ? ""
    : `[${field.min ?? ""}..${field.max ?? ""}]`;
  const length = field.minLength === undefined && field.maxLength === undefined
    ? ""
    : `<${field.minLength ?? ""}..${field.maxLength ?? ""}>`;
  const list = field.type !== "list"
    ? ""
    : field.sorted || field.items
    ? `(${[field.items, field.sorted && "sorted"].filter(Boolean).join()})`
    : "";
  const sent = [field.maxBytes, ...field.accept ?? []].filter(Boolean);
  const kinds = sent.length > 0 ? `(${sent.join()})` : "";
  const made = field.from || field.computed
    ? `(${field.from ?? field.computed})`
    : "";
  return name + (field.type === "string" ? "" : `:${field.type}`) + list +
    kinds + made +
    (field.values ? `{${field.values.join(",")}}` : "") + range + length +
    (field.required ? "!" : "") + (field.unique ? "*" : "") +
    (field.immutable ? "~" : "") + (field.readOnly ? "#" : "") +
    (field.default === undefined ? "" : `=${field.default}`);
}
