/**
 * Systems in which every two things that an entity can have meet, each with requirements that cover all of it.
 *
 * @module
 */
import {
  type Blueprint,
  type EntityBlueprint,
  type FieldBlueprint,
  type Operation,
  OPERATIONS,
  type RelationBlueprint,
  STORE_ENGINES,
  type StoreEngine,
} from "../generator/blueprint/blueprint.ts";
import { refersTo } from "../generator/blueprint/check_requirements.ts";
import { allPairs, type Factors, type Row } from "./all_pairs.ts";

/** A system and the rows its entities stand for, by entity. */
export interface CombinationSystem {
  readonly blueprint: Blueprint;
  readonly rows: ReadonlyMap<string, Row>;
}

/** Makes the systems; the same seed gives the same ones. */
export function combinationSystems(seed: number): CombinationSystem[] {
  const rows = allPairs(FACTORS, seed);
  return STORE_ENGINES.flatMap((engine) => {
    const own = rows.filter((row) => row.engine === engine);
    const systems: CombinationSystem[] = [];
    for (let start = 0; start < own.length; start += ENTITIES) {
      systems.push(
        systemOf(
          engine,
          `${engine}_${systems.length + 1}`,
          own.slice(start, start + ENTITIES),
        ),
      );
    }
    return systems;
  });
}

/** Lists all that a requirement can refer to in a blueprint. */
export function everyReference(blueprint: Blueprint): string[] {
  const all = [
    "http",
    "http.port",
    `store.${blueprint.store?.engine ?? "sqlite"}`,
    ...Object.entries(blueprint.entities ?? {}).flatMap(([name, entity]) =>
      referencesOf(name, entity)
    ),
  ];
  // What a list or an object holds is no requirement of its own.
  return all.filter((reference) => refersTo(reference, blueprint));
}

function referencesOf(name: string, entity: EntityBlueprint): string[] {
  const has = entity.operations ?? OPERATIONS;
  const settings = Object.entries(entity.fields).flatMap(([field, settings]) =>
    Object.entries(settings).filter(([setting, value]) =>
      setting !== "type" && setting !== "description" && value !== false
    ).map(([setting]) => `${name}.${field}.${setting}`)
  );
  return [
    name,
    ...OPERATIONS.map((operation) =>
      has.includes(operation)
        ? `${name}.${operation}`
        : `not ${name}.${operation}`
    ),
    ...Object.keys(entity.fields).map((field) => `${name}.${field}`),
    ...settings,
    ...Object.keys(entity.relations ?? {}).flatMap((relation) =>
      ["", ".required", ".onDelete"].map((part) => `${name}.${relation}${part}`)
    ),
    ...Object.keys(entity.actions ?? {}).map((action) => `${name}.${action}`),
  ];
}

function systemOf(
  engine: StoreEngine,
  name: string,
  own: readonly Row[],
): CombinationSystem {
  const rows = new Map(own.map((row, index) => [`thing${index + 1}`, row]));
  const entities: Record<string, EntityBlueprint> = {
    shelf: { fields: { name: { type: "string" } } },
    // Only others make use of it.
    crate: {
      operations: [],
      fields: { code: { type: "string", required: true, unique: true } },
    },
  };
  for (const [thing, row] of rows) entities[thing] = entityOf(thing, row);
  const blueprint: Blueprint = {
    schema: "autocoder/v1",
    system: `combination_${name}`,
    http: {
      port: 8081,
      // Keys are the system's, not an entity's: every second one has them.
      ...(name.endsWith("2") || name.endsWith("4") ? { idempotency: {} } : {}),
    },
    store: { engine },
    entities,
  };
  const requirements = [{
    text: "All of it.",
    covers: everyReference(blueprint),
  }];
  return { blueprint: { ...blueprint, requirements }, rows };
}

function entityOf(thing: string, row: Row): EntityBlueprint {
  const { operations = "", field = "", presence = "", relation = "" } = row;
  const wished = FIELDS[field] ?? { type: "string" };
  // A file is read and changed by what an entity has for that.
  const plain: FieldBlueprint = wished.type === "file" &&
      !["get", "patch"].every((one) => operations.split(" ").includes(one))
    ? { type: "string" }
    : wished;
  const isFree = relation.startsWith("optional");
  const action = row.action === "lets go" && !isFree
    ? {}
    : ACTIONS[row.action ?? ""] ?? {};
  const related = relationOf(thing, relation, row.onDelete ?? "");
  return {
    operations: operations.split(" ").filter((one): one is Operation =>
      OPERATIONS.some((operation) => operation === one)
    ),
    fields: {
      value: {
        ...plain,
        ...(presence === "required" && plain.default === undefined &&
            !NEVER_REQUIRED.includes(plain.type)
          ? { required: true }
          : {}),
      },
      ...action.fields,
    },
    ...(related ? { relations: { owner: related } } : {}),
    ...(action.actions ? { actions: action.actions } : {}),
    ...(operations.includes("list") ? toldOf(row.told, plain) : {}),
    ...(row.bulk === "many at once" &&
        BULK.some((one) => operations.split(" ").includes(one))
      ? { bulk: ["all"] }
      : {}),
    ...(row.cache === "kept" && /list|get/.test(operations)
      ? { cache: { entries: 2, seconds: 60 } }
      : {}),
  };
}

/** What its lists can tell, as far as the field is fit for it. */
function toldOf(
  told: string | undefined,
  { type }: FieldBlueprint,
): Pick<EntityBlueprint, "search" | "aggregates" | "live"> {
  if (told === "live") return { live: true };
  if (told === "words" && SEARCHED.includes(type)) return { search: "value" };
  if (told !== "totals") return {};
  const by = COUNTED.includes(type)
    ? ["value", { createdAt: "day" }]
    : [{ createdAt: "year" }];
  const measured = MEASURED.includes(type)
    ? { sum: "value", avg: "value", min: "value", max: "value" }
    : {};
  return { aggregates: { totals: { by, ...measured } } };
}

function relationOf(
  thing: string,
  relation: string,
  rule: string,
): RelationBlueprint | undefined {
  if (relation === "none") return undefined;
  const [presence = "", target = ""] = relation.split(" ");
  const required = presence === "required";
  const onDelete = rule === "cascade"
    ? "cascade"
    : rule === "clear" && !required
    ? "clear"
    : "restrict";
  return {
    belongsTo: target === "self" ? thing : target,
    required,
    onDelete,
  };
}

/** Entities in one system; they share the time it takes to check its types. */
const ENTITIES = 12;

const FIELDS: Readonly<Record<string, FieldBlueprint>> = {
  text: { type: "text" },
  lengths: { type: "string", minLength: 3, maxLength: 5 },
  "one letter": { type: "string", maxLength: 1 },
  unique: { type: "string", unique: true },
  immutable: { type: "string", immutable: true },
  "unique immutable": { type: "string", unique: true, immutable: true },
  default: { type: "string", default: "plain" },
  "unique default": { type: "string", default: "plain", unique: true },
  pattern: { type: "string", pattern: "[A-Z]{2}[0-9]{3}" },
  "unique immutable pattern": {
    type: "string",
    pattern: "[A-Z]{2}[0-9]{3}",
    unique: true,
    immutable: true,
  },
  "any pattern": { type: "string", pattern: ".*" },
  integer: { type: "integer", min: 1, max: 5 },
  "unique integer": { type: "integer", unique: true },
  "unique immutable integer": {
    type: "integer",
    unique: true,
    immutable: true,
    min: 1,
  },
  "integer default": { type: "integer", default: 0, min: 0 },
  number: { type: "number", max: -1 },
  decimal: { type: "decimal", min: 0, max: 9.99, scale: 2 },
  "unique decimal": { type: "decimal", unique: true, scale: 1 },
  boolean: { type: "boolean" },
  "boolean default": { type: "boolean", default: true },
  enum: { type: "enum", values: ["low", "high"] },
  "enum default": {
    type: "enum",
    values: ["low", "middle", "high"],
    default: "middle",
  },
  "one value": { type: "enum", values: ["only"] },
  "immutable enum": {
    type: "enum",
    values: ["low", "high"],
    immutable: true,
  },
  date: { type: "date" },
  "date now": { type: "date", default: "$now" },
  "datetime now": { type: "datetime", default: "$now" },
  "immutable datetime now": {
    type: "datetime",
    default: "$now",
    immutable: true,
  },
  "unique date": { type: "date", unique: true },
  time: { type: "time", default: "09:30" },
  email: { type: "email", unique: true },
  "immutable email": { type: "email", immutable: true, maxLength: 40 },
  url: { type: "url" },
  uuid: { type: "uuid", unique: true },
  json: { type: "json" },
  list: { type: "list", items: "string", maxItems: 5, maxLength: 20 },
  serial: { type: "serial" },
  "list of enums": { type: "list", items: "enum", values: ["low", "high"] },
  duration: { type: "duration", min: "PT1M", max: "P1D" },
  "unique duration": { type: "duration", unique: true },
  object: {
    type: "object",
    fields: {
      street: { type: "string", required: true, maxLength: 30 },
      floor: { type: "integer", min: 0 },
    },
  },
  "list of objects": {
    type: "list",
    items: "object",
    fields: { name: { type: "string", required: true } },
    maxItems: 3,
  },
  file: { type: "file", maxBytes: "4KB" },
};

const NEVER_REQUIRED: readonly string[] = ["file", "serial"];
const BULK: readonly string[] = ["create", "patch", "delete"];
const SEARCHED: readonly string[] = ["string", "text", "email", "url"];
const COUNTED: readonly string[] = [
  "boolean",
  "date",
  "enum",
  "integer",
  "string",
];
const MEASURED: readonly string[] = ["decimal", "integer", "number"];

const STATUS: FieldBlueprint = {
  type: "enum",
  values: ["open", "running", "closed"],
  default: "open",
};

const ACTIONS: Readonly<
  Record<string, Pick<EntityBlueprint, "actions"> & Partial<EntityBlueprint>>
> = {
  none: {},
  "sets a flag": {
    fields: { done: { type: "boolean", default: false } },
    actions: { finish: { set: { done: true } } },
  },
  "sets a flag without default": {
    fields: { done: { type: "boolean" } },
    actions: { finish: { set: { done: true } } },
  },
  "guarded": {
    fields: { status: STATUS },
    actions: {
      start: { set: { status: "running" }, when: { status: "open" } },
      close: { set: { status: "closed" }, when: { status: "running" } },
    },
  },
  "sets the time": {
    fields: { endedAt: { type: "datetime" } },
    actions: { end: { set: { endedAt: "$now" } } },
  },
  "sets the time, guarded": {
    fields: { status: STATUS, endedOn: { type: "date" } },
    actions: {
      end: {
        set: { status: "closed", endedOn: "$now" },
        when: { status: ["open", "running"] },
      },
    },
  },
  "resets": {
    fields: { tries: { type: "integer", default: 0, min: 0 } },
    actions: { reset: { set: { tries: 0 } } },
  },
  "clears": {
    fields: { remark: { type: "string", maxLength: 20 } },
    actions: { forget: { set: { remark: null } } },
  },
  "lets go": { actions: { release: { set: { ownerId: null } } } },
};

const FACTORS: Factors = {
  engine: STORE_ENGINES,
  operations: [
    "list get create replace patch delete",
    "none",
    "list",
    "get",
    "create",
    "replace",
    "patch",
    "delete",
    "list get",
    "list get create",
    "create get replace",
    "list create delete",
    "get patch delete",
  ],
  field: Object.keys(FIELDS),
  presence: ["required", "optional"],
  relation: [
    "none",
    "required shelf",
    "optional shelf",
    "required crate",
    "optional crate",
    "optional self",
  ],
  onDelete: ["restrict", "cascade", "clear"],
  action: Object.keys(ACTIONS),
  told: ["nothing", "words", "totals", "live"],
  bulk: ["alone", "many at once"],
  cache: ["none", "kept"],
};
