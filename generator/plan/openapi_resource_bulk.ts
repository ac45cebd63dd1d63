/**
 * What is done with several entities of a resource at once, in the OpenAPI document of an API of its own shape.
 *
 * @module
 */
import type { BulkOperation } from "../blueprint/blueprint.ts";
import { fieldName, itemsName } from "../model/api_naming.ts";
import type { ApiModel, ResourceModel } from "../model/api_model.ts";
import type { SystemModel } from "../model/system_model.ts";
import { bulkAnswers, VERBS } from "./bulk_view.ts";
import { findEntity } from "./component_views.ts";
import { fieldSchema, type JsonSchema } from "./json_schemas.ts";
import { json, securityIn } from "./openapi_answers.ts";
import { schemaName } from "./openapi_resource_schemas.ts";
import {
  errorResponses,
  type JsonObject,
  schemaRef,
} from "./openapi_responses.ts";

/** Describes what is done with several, by its path. */
export function resourceBulkOperations(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): Readonly<Record<string, JsonObject>> {
  const entity = findEntity(system, resource.entity);
  const { operations, most } = resource.bulk ?? { operations: [], most: 0 };
  const name = schemaName(resource);
  return Object.fromEntries(operations.map((operation) => {
    const status = resource.operations.find((one) =>
      one.operation === operation
    )?.status ?? 200;
    const errors = [
      ...bulkAnswers(operation, entity, {
        ...system,
        ...(operation === "create" ? {} : { idempotency: undefined }),
      }).filter((one) => Number(one) >= 400),
      ...(resource.parent ? ["404"] : []),
      ...(system.users ? ["401"] : []), // a token that is not valid is nobody's
    ];
    const sent = operation === "create"
      ? `${name}Create`
      : `${name}Bulk${PASCAL[operation]}`;
    return [`${resource.path}/bulk/${operation}`, {
      operationId: `bulk${PASCAL[operation]}${name}`,
      tags: [resource.plural.words],
      summary: `${
        VERBS[operation].charAt(0).toUpperCase() + VERBS[operation].slice(1)
      } several ${resource.plural.words}, all or none`,
      ...securityIn(operation, entity),
      requestBody: {
        required: true,
        content: json(listOf(schemaRef(sent), resource, api, most)),
      },
      responses: {
        ...(operation === "delete"
          ? { "204": { description: "They are deleted." } }
          : {
            [status]: {
              description: `The ${resource.plural.words}, in order.`,
              content: json(listOf(schemaRef(name), resource, api)),
            },
          }),
        ...errorResponses([...new Set(errors)].sort()),
      },
    }];
  }));
}

/** Describes what is sent for each of several. */
export function resourceBulkSchemas(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): Record<string, JsonSchema> {
  const name = schemaName(resource);
  const key = fieldName(api, resource.shows, resource.key);
  const ifMatch = api.naming === "snake_case" ? "if_match" : "ifMatch";
  const { fields } = findEntity(system, resource.entity);
  const field = fields.find((one) => one.name === resource.key);
  const schema = (more: Record<string, JsonSchema>): JsonSchema => ({
    type: "object",
    required: [key, ...Object.keys(more)],
    properties: {
      [key]: {
        type: field ? fieldSchema(field, { asFilter: true }).type : "string",
        description: `The ${resource.key} of the ${resource.name.words}.`,
      },
      [ifMatch]: {
        type: "string",
        description:
          "Entity tags, or *: all is done only if this one has one of them (412 else).",
      },
      ...more,
    },
    additionalProperties: api.unknownFields === "ignore",
  });
  const operations = resource.bulk?.operations ?? [];
  return {
    ...(operations.includes("patch")
      ? { [`${name}BulkPatch`]: schema({ changes: schemaRef(`${name}Patch`) }) }
      : {}),
    ...(operations.includes("delete")
      ? { [`${name}BulkDelete`]: schema({}) }
      : {}),
  };
}

function listOf(
  items: JsonSchema,
  { plural }: ResourceModel,
  api: ApiModel,
  most?: number,
): JsonSchema {
  const name = itemsName(api, plural);
  const bounds = most === undefined ? {} : { minItems: 1, maxItems: most };
  return {
    type: "object",
    required: [name],
    properties: { [name]: { type: "array", ...bounds, items } },
  };
}

const PASCAL: Readonly<Record<BulkOperation, string>> = {
  create: "Create",
  patch: "Patch",
  delete: "Delete",
};
