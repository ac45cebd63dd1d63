/**
 * Builds the JSON Schemas (2020-12) of an entity and of the bodies that clients send.
 *
 * @module
 */
import type { EntityModel, FieldModel } from "../model/system_model.ts";
import { FILE_SCHEMA } from "./file_schema.ts";
import { objectSchema, type ObjectUse } from "./json_object_schemas.ts";
import { sampleValue } from "./sample_values.ts";
import { elementField, namesOf, sentence } from "./entity_view.ts";
import { inShort, wordsOfLogic } from "./logic_words.ts";

/** A JSON Schema as plain data. */
export type JsonSchema = { [key: string]: unknown };

/** Describes the entity as it is returned. */
export function entitySchema(entity: EntityModel): JsonSchema {
  const properties: Record<string, JsonSchema> = { ...SERVER_FIELDS };
  for (const field of entity.fields.filter(({ writeOnly }) => !writeOnly)) {
    properties[field.name] = fieldSchema(field);
  }
  return {
    type: "object",
    description: describe(entity),
    required: Object.keys(properties),
    properties,
  };
}

function describe({ description, unique }: EntityModel): string {
  return [
    unique.length > 0 ? sentence(description) : description,
    ...unique.map((fields) =>
      `No two have the same ${namesOf(fields).join(" and ")}.`
    ),
  ].join(" ");
}

/** Describes the three bodies: creation, replacement and merge patch. */
export function bodySchemas(
  entity: EntityModel,
): { create: JsonSchema; replace: JsonSchema; patch: JsonSchema } {
  const propertiesAs = (as: ObjectUse) =>
    Object.fromEntries(
      entity.fields.map((field) => [field.name, fieldSchema(field, { as })]),
    );
  const own = propertiesAs("body");
  const settable = Object.fromEntries(
    entity.fields.filter((field) => !field.readOnly)
      .map(({ name }) => [name, own[name]!]),
  );
  const required = entity.fields.filter((field) => field.required).map((
    field,
  ) => field.name);
  const object = (
    properties: Record<string, JsonSchema>,
    required: readonly string[],
  ): JsonSchema => ({
    type: "object",
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
    properties,
  });
  return {
    create: object(settable, required),
    replace: object({ ...SERVER_FIELDS, ...own }, required),
    patch: object({ ...SERVER_FIELDS, ...propertiesAs("patch") }, []),
  };
}

/** Describes one field; as a filter without default and null. */
export function fieldSchema(
  field: FieldModel,
  options: { asFilter?: boolean; as?: ObjectUse } = {},
): JsonSchema {
  if (field.type === "file") {
    return {
      anyOf: [FILE_SCHEMA, { type: "null" }],
      readOnly: true,
      ...descriptionOf(field),
    };
  }
  if (field.members) {
    return {
      ...objectSchema(field, options.as ?? "answer"),
      ...descriptionOf(field),
    };
  }
  if (field.type === "list") return listSchema(field, options);
  const { type, ...rest } = baseSchema(field);
  const schema: JsonSchema = {
    type: field.nullable && !options.asFilter ? [type, "null"] : type,
    ...rest,
    ...(field.min === undefined ? {} : { minimum: field.min }),
    ...(field.max === undefined ? {} : { maximum: field.max }),
    ...(field.minLength === undefined ? {} : { minLength: field.minLength }),
    ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
    ...(field.pattern === undefined
      ? {}
      : { pattern: `^(?:${field.pattern})$` }),
  };
  if (field.type === "json" && !options.asFilter) delete schema.type;
  if (field.nullable && field.values && !options.asFilter) {
    schema.enum = [...field.values, null];
  }
  if (options.asFilter) return schema;
  return {
    ...schema,
    ...(field.default === undefined || field.default === "$now"
      ? {}
      : { default: field.default }),
    ...descriptionOf(field),
    ...(field.readOnly ? { readOnly: true } : {}),
    ...(field.writeOnly ? { writeOnly: true } : {}),
    ...(SPOKEN.has(field.type) ? { examples: [sampleValue(field)] } : {}),
  };
}

/** Describes a list; as a filter, the element that it has. */
function listSchema(
  field: FieldModel,
  options: { asFilter?: boolean },
): JsonSchema {
  const items = fieldSchema(elementField(field), { asFilter: true });
  if (options.asFilter) return items;
  return {
    type: "array",
    items,
    examples: [sampleValue(field)],
    maxItems: field.maxItems,
    ...(field.sorted ? { uniqueItems: true } : {}),
    ...(field.required ? {} : { default: [] }),
    ...descriptionOf(field),
  };
}

/** What JSON Schema has no words for stands in the description. */
function descriptionOf(field: FieldModel): { description?: string } {
  const behavior = wordsOfLogic(field.logic);
  const notes = [
    ...(elementField(field).type === "decimal"
      ? [`At most ${field.scale ?? 2} decimal places.`]
      : []),
    ...(field.shortest === undefined ? [] : [`At least ${field.shortest}.`]),
    ...(field.longest === undefined ? [] : [`At most ${field.longest}.`]),
    ...(elementField(field).type === "duration"
      ? ["In weeks, days, hours, minutes and whole seconds."]
      : []),
    ...(field.unique
      ? [`Unique${field.type === "email" ? ", whatever its case" : ""}.`]
      : []),
    ...(field.relation?.acyclic ? ["Never leads back to itself."] : []),
    ...(field.from === undefined ? [] : [
      `Made of ${field.from} at creation${
        field.follows ? " and when that changes" : ""
      }, with a number when it is taken.`,
    ]),
    ...(field.sorted ? ["Kept in order, each once."] : []),
    ...(field.type === "serial" ? ["Counted by the server."] : []),
    ...(field.logic
      ? [
        "Worked out by the server.",
        ...(behavior === undefined ? [] : [inShort(behavior)]),
      ]
      : []),
    ...(field.computation === undefined
      ? []
      : [`Computed: ${field.computation.text}.`]),
    ...(field.immutable ? ["Cannot be changed after creation."] : []),
    ...(field.default === "$now" ? ["By default the time of creation."] : []),
  ];
  const words = field.description === "" || notes.length === 0
    ? field.description
    : sentence(field.description);
  const description = [words, ...notes].join(" ").trim();
  return description === "" ? {} : { description };
}

function baseSchema(field: FieldModel): JsonSchema & { type: string } {
  switch (field.type) {
    case "integer":
      return {
        type: "integer",
        minimum: Number.MIN_SAFE_INTEGER,
        maximum: Number.MAX_SAFE_INTEGER,
      };
    case "serial":
      return {
        type: "integer",
        minimum: 1,
        maximum: Number.MAX_SAFE_INTEGER,
      };
    case "decimal":
      return { type: "number" }; // `multipleOf` would divide in floating point and refuse 0.07
    case "number":
      return { type: "number" };
    case "boolean":
      return { type: "boolean" };
    case "date":
      return { type: "string", format: "date" };
    case "datetime":
      return { type: "string", format: "date-time" };
    case "time":
      return { type: "string", format: "time-local" }; // "time" has an offset
    case "duration":
      return { type: "string", format: "duration" };
    case "email":
      return { type: "string", format: "email" };
    case "url":
      return { type: "string", format: "uri" };
    case "uuid":
      return { type: "string", format: "uuid" };
    case "enum":
      return { type: "string", enum: [...(field.values ?? [])] };
    case "slug":
      return { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" };
    case "json":
      return { type: "object" };
    default:
      return { type: "string" };
  }
}

/** What the server sets in every entity. */
export const SERVER_FIELDS: Readonly<Record<string, JsonSchema>> = {
  id: { type: "string", format: "uuid", description: "Set by the server." },
  createdAt: {
    type: "string",
    format: "date-time",
    description: "Set by the server.",
  },
  updatedAt: {
    type: "string",
    format: "date-time",
    description: "Set by the server at every change.",
  },
};

/** The types whose schema does not say what a likely value looks like. */
const SPOKEN: ReadonlySet<string> = new Set([
  "string",
  "text",
  "email",
  "url",
  "slug",
  "decimal",
  "duration",
]);
