/**
 * What the OpenAPI document says about reads of some fields, and of what is included.
 *
 * @module
 */
import { objectSchemas } from "./json_object_schemas.ts";
import { includesOf } from "../model/includes.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { withArticle } from "../blueprint/with_article.ts";
import { typeNameOf } from "./entity_view.ts";
import { entitySchema, type JsonSchema } from "./json_schemas.ts";
import { securityOf } from "./openapi_auth.ts";
import { exampleOf, type Examples } from "./openapi_examples.ts";
import { type JsonObject, schemaRef } from "./openapi_responses.ts";

/** How many names `include` can have, as kit/read_selection.ts has it. */
export const MAX_INCLUDES = 5;

/** The parameters of a read of an entity. */
export function selectionParameters(
  entity: EntityModel,
  system: SystemModel,
): JsonObject[] {
  const included = includesOf(entity, system).map(({ name }) => name);
  return [
    parameter("fields", "The fields of the answer; the id is always there.", {
      type: "array",
      items: { type: "string", enum: Object.keys(propertiesOf(entity)) },
      uniqueItems: true,
    }),
    ...(included.length === 0 ? [] : [
      parameter(
        "include",
        "What the answer has beside the fields, as far as whoever asks may read it.",
        {
          type: "array",
          items: { type: "string", enum: included },
          maxItems: MAX_INCLUDES,
          uniqueItems: true,
        },
      ),
    ]),
  ];
}

/** Says that a read which everyone may send takes a token for what it includes; nothing where that is for everyone, too. */
export function includedSecurity(
  operation: string,
  entity: EntityModel,
  system: SystemModel,
): { readonly security?: readonly JsonObject[] } {
  const isRead = operation === "get" || operation === "list";
  if (!isRead || securityOf(operation, entity).security) return {};
  const needs = includesOf(entity, system).flatMap(({ kind, other }) =>
    securityOf(kind === "one" ? "get" : "list", other).security ?? []
  );
  return needs.length === 0 ? {} : { security: [{}, ...needs.slice(-1)] };
}

/** The schema of an entity as a read gives it: whole, or what was asked for. */
export function readSchema(typeName: string): JsonSchema {
  return { anyOf: [schemaRef(typeName), schemaRef(selectionName(typeName))] };
}

/** The schema of what a read with `fields` or `include` gives, by its name; nothing where nothing is read. */
export function selectionSchemas(
  entity: EntityModel,
  system: SystemModel,
): Record<string, JsonSchema> {
  if (!entity.operations.some((one) => one === "get" || one === "list")) {
    return {};
  }
  const properties = propertiesOf(entity);
  const included = includesOf(entity, system).map(({ name, kind, other }) =>
    [name, includedSchema(kind, other)] as const
  );
  const plain: Examples = { schemas: objectSchemas(system.entities) };
  const examples = includesOf(entity, system).map(({ name, kind, other }) => {
    const example = exampleOf(entitySchema(other), plain);
    return [name, kind === "many" ? [example] : example] as const;
  });
  return {
    [selectionName(typeNameOf(entity))]: {
      type: "object",
      description: `Some fields of ${
        withArticle(entity.name.words)
      }, and what is included.`,
      required: ["id"],
      properties: { ...properties, ...Object.fromEntries(included) },
      examples: [{
        ...Object(exampleOf(entitySchema(entity), plain)),
        ...Object.fromEntries(examples),
      }],
    },
  };
}

function includedSchema(
  kind: "one" | "many" | "only",
  other: EntityModel,
): JsonSchema {
  const { words } = other.name;
  const schema = schemaRef(typeNameOf(other));
  return kind === "many"
    ? {
      type: "array",
      items: schema,
      maxItems: 200,
      description:
        `Only if included: its ${other.plural.words} in their order, at most 200, or 20 of each in a list.`,
    }
    : {
      anyOf: [schema, { type: "null" }],
      description:
        `Only if included: its ${words}, or null where there is none that whoever asks may read.`,
    };
}

function propertiesOf(entity: EntityModel): JsonObject {
  return Object(entitySchema(entity).properties);
}

function selectionName(typeName: string): string {
  return `${typeName}Selection`;
}

/** A list of names with commas between. */
function parameter(
  name: string,
  description: string,
  schema: JsonSchema,
): JsonObject {
  return {
    name,
    in: "query",
    description,
    style: "form",
    explode: false,
    schema,
  };
}
