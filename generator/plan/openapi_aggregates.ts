/**
 * What the entities of a list come to, in the OpenAPI document.
 *
 * @module
 */
import type { AggregateModel, EntityModel } from "../model/system_model.ts";
import { typeNameOf } from "./entity_view.ts";
import { fieldSchema, type JsonSchema, SERVER_FIELDS } from "./json_schemas.ts";
import type { JsonObject } from "./openapi_responses.ts";

/** What an operation of the document has of its surroundings. */
export interface AggregateSurroundings {
  /** The parameters that filter the list. */
  readonly filters: readonly JsonObject[];
  /** The errors of the list. */
  readonly errors: JsonObject;
  /** Who may list. */
  readonly security: JsonObject;
}

/** Describes the paths of an entity's aggregates. */
export function aggregatePaths(
  entity: EntityModel,
  { filters, errors, security }: AggregateSurroundings,
): JsonObject {
  return Object.fromEntries(
    (entity.aggregates ?? []).map((aggregate) => [
      `${entity.path}/${aggregate.name.kebab}`,
      {
        get: {
          operationId: `${aggregate.name.camel}Of${typeNameOf(entity)}`,
          tags: [entity.plural.words],
          summary: aggregate.description,
          parameters: filters,
          ...security,
          responses: {
            "200": groupsAnswer(groupName(entity, aggregate)),
            ...errors,
          },
        },
      },
    ]),
  );
}

/** Describes the groups of an entity's aggregates, by their names. */
export function aggregateSchemas(
  entity: EntityModel,
): Record<string, JsonSchema> {
  return Object.fromEntries(
    (entity.aggregates ?? []).map((aggregate) => [
      groupName(entity, aggregate),
      groupSchema(entity, aggregate),
    ]),
  );
}

function groupName(entity: EntityModel, { name }: AggregateModel): string {
  return `${typeNameOf(entity)}${name.pascal}Group`;
}

/** Describes the answer with groups whose schema has this name. */
export function groupsAnswer(name: string): JsonObject {
  const items = { $ref: `#/components/schemas/${name}` };
  const schema: JsonSchema = {
    type: "object",
    required: ["groups"],
    properties: { groups: { type: "array", maxItems: 1000, items } },
  };
  return {
    description: "The groups, in the order of their values.",
    content: { "application/json": { schema } },
  };
}

function groupSchema(
  entity: EntityModel,
  aggregate: AggregateModel,
): JsonSchema {
  const keys = aggregate.by.map(({ field, part }) =>
    [
      field,
      part ? partSchema(entity, field, part) : keySchema(entity, field),
    ] as const
  );
  const measures = AGGREGATE_MEASURES.filter((one) => aggregate[one].length > 0)
    .map((measure) => {
      const fields = aggregate[measure];
      return [measure, {
        type: "object",
        required: fields,
        properties: Object.fromEntries(
          fields.map((field) => [field, measureSchema(entity, field, measure)]),
        ),
      }] as const;
    });
  const properties = {
    ...Object.fromEntries(keys),
    count: COUNT_SCHEMA,
    ...Object.fromEntries(measures),
  };
  return {
    type: "object",
    description: `A group of ${entity.plural.words}.`,
    required: Object.keys(properties),
    properties,
  };
}

/** Describes a value that those of a group have in common. */
export function keySchema(entity: EntityModel, name: string): JsonSchema {
  const field = entity.fields.find((one) => one.name === name);
  if (field === undefined) return SERVER_FIELDS[name] ?? {};
  const { type, enum: values, format } = fieldSchema(field);
  return {
    type,
    ...(values === undefined ? {} : { enum: values }),
    ...(format === undefined ? {} : { format }),
    description: "What those of the group have in common.",
  };
}

/** Describes a part of a date or time that they have in common. */
export function partSchema(
  { fields }: EntityModel,
  name: string,
  part: string,
): JsonSchema {
  const isNullable = fields.find((one) => one.name === name)?.nullable;
  return {
    type: isNullable ? ["string", "null"] : "string",
    examples: [PART_EXAMPLES[part]],
    description: `The ${part}, in UTC.`,
  };
}

/** Describes what a field of a group comes to; null where nothing is known, which a sum never is. */
export function measureSchema(
  { fields }: EntityModel,
  name: string,
  measure: typeof AGGREGATE_MEASURES[number],
): JsonSchema {
  const field = fields.find((one) => one.name === name);
  const { type = "integer" } = field ?? {};
  const places = (field?.scale ?? (type === "decimal" ? 2 : 0)) +
    (measure === "avg" ? 2 : 0);
  const isText = type === "decimal" || type === "integer" && measure === "avg";
  const { type: own, format } = field
    ? fieldSchema(field, { asFilter: true })
    : {
      type: "string",
    };
  const plain = isText ? "string" : own;
  const nullable = measure !== "sum" &&
    (field === undefined || field.nullable);
  return {
    type: nullable ? [plain, "null"] : plain,
    ...(isText
      ? {
        pattern: digits(places),
        examples: [places === 0 ? "12" : `12.${"5".padEnd(places, "0")}`],
      }
      : {}),
    ...(isText || format === undefined ? {} : { format }),
  };
}

function digits(places: number): string {
  return places === 0 ? "^-?\\d+$" : `^-?\\d+\\.\\d{${places}}$`;
}

/** What groups have of the fields that they measure. */
export const AGGREGATE_MEASURES = ["sum", "avg", "min", "max"] as const;
/** How many are in a group. */
export const COUNT_SCHEMA: JsonSchema = {
  type: "integer",
  minimum: 1,
  description: "How many are in the group.",
};
const PART_EXAMPLES: Readonly<Record<string, string>> = {
  year: "2030",
  month: "2030-01",
  day: "2030-01-15",
};
