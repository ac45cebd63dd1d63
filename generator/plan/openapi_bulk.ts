/**
 * The part of the OpenAPI document about what is done with several entities at once.
 *
 * @module
 */
import type { BulkOperation } from "../blueprint/blueprint.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { bulkAnswers, VERBS } from "./bulk_view.ts";
import { typeNameOf } from "./entity_view.ts";
import type { JsonSchema } from "./json_schemas.ts";
import { securityOf } from "./openapi_auth.ts";
import {
  errorResponses,
  type JsonObject,
  schemaRef,
} from "./openapi_responses.ts";

/** Describes the paths of an entity. */
export function bulkPaths(
  entity: EntityModel,
  system: SystemModel,
): JsonObject {
  const { operations, most } = entity.bulk ?? { operations: [], most: 0 };
  return Object.fromEntries(operations.map((operation) => [
    `${entity.path}/bulk/${operation}`,
    {
      post: {
        operationId: `bulk${PASCAL[operation]}${typeNameOf(entity)}`,
        tags: [entity.plural.words],
        summary: `${
          VERBS[operation].charAt(0).toUpperCase() + VERBS[operation].slice(1)
        } several ${entity.plural.words}, all or none`,
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: listOf(sentSchema(operation, typeNameOf(entity)), most),
            },
          },
        },
        responses: {
          ...success(operation, entity),
          ...errorResponses(bulkAnswers(operation, entity, system)),
        },
        ...securityOf(operation, entity),
      },
    },
  ]));
}

/** Describes what is sent for each of several. */
export function bulkSchemas(
  { bulk, name: { words } }: EntityModel,
  typeName: string,
): Record<string, JsonSchema> {
  const operations = bulk?.operations ?? [];
  const schema = (more: Record<string, JsonSchema>): JsonSchema => ({
    type: "object",
    required: ["id", ...Object.keys(more)],
    properties: {
      id: { type: "string", description: `The id of the ${words}.` },
      ifMatch: {
        type: "string",
        description:
          "Entity tags, or *: all is done only if this one has one of them (412 else).",
      },
      ...more,
    },
    additionalProperties: false,
  });
  return {
    ...(operations.includes("patch")
      ? {
        [`${typeName}BulkPatch`]: schema({
          changes: schemaRef(`${typeName}Patch`),
        }),
      }
      : {}),
    ...(operations.includes("delete")
      ? { [`${typeName}BulkDelete`]: schema({}) }
      : {}),
  };
}

/** Describes problems, which say of several which one they are about. */
export function problemSchema(
  { entities }: SystemModel,
  problem: JsonSchema,
): JsonSchema {
  if (!entities.some(({ bulk }) => bulk)) return problem;
  const item: JsonSchema = {
    type: "integer",
    minimum: 0,
    description: "Of several, the place of the one that it is about.",
  };
  return { ...problem, properties: { ...Object(problem.properties), item } };
}

function sentSchema(operation: BulkOperation, typeName: string): JsonSchema {
  return schemaRef(
    operation === "create"
      ? `${typeName}Create`
      : `${typeName}Bulk${PASCAL[operation]}`,
  );
}

function success(operation: BulkOperation, entity: EntityModel): JsonObject {
  if (operation === "delete") {
    return { "204": { description: "They are deleted." } };
  }
  const status = operation === "create" ? "201" : "200";
  return {
    [status]: {
      description: `The ${entity.plural.words}, in order.`,
      content: {
        "application/json": { schema: listOf(schemaRef(typeNameOf(entity))) },
      },
    },
  };
}

function listOf(items: JsonSchema, most?: number): JsonSchema {
  const bounds = most === undefined ? {} : { minItems: 1, maxItems: most };
  return {
    type: "object",
    required: ["items"],
    properties: { items: { type: "array", ...bounds, items } },
  };
}

const PASCAL = { create: "Create", patch: "Patch", delete: "Delete" };
