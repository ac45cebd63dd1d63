/**
 * Builds the OpenAPI 3.1 document of a system.
 *
 * @module
 */
import type { Operation } from "../blueprint/blueprint.ts";
import { adjustmentSentence } from "./adjustment_view.ts";
import { answersOf } from "./answers.ts";
import { aggregatePaths, aggregateSchemas } from "./openapi_aggregates.ts";
import {
  AUTH_RESPONSES,
  authPaths,
  authSchemas,
  SECURITY_SCHEMES,
  securityOf,
} from "./openapi_auth.ts";
import { withArticle } from "../blueprint/with_article.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { isSortable, sortText, typeNameOf } from "./entity_view.ts";
import { bodySchemas, entitySchema, type JsonSchema } from "./json_schemas.ts";
import {
  CONDITION_HEADERS,
  CONDITION_PARAMETERS,
  CONDITIONS,
  ENTITY_TAG,
} from "./openapi_conditions.ts";
import {
  includedSecurity,
  readSchema,
  selectionParameters,
  selectionSchemas,
} from "./openapi_selection.ts";
import { livePaths } from "./openapi_live.ts";
import { withKeys } from "./idempotency_view.ts";
import { bulkPaths, bulkSchemas, problemSchema } from "./openapi_bulk.ts";
import { objectSchemas } from "./json_object_schemas.ts";
import { filePaths } from "./file_view.ts";
import { openApiWebhooks } from "./openapi_webhooks.ts";
import { withEndpointPaths } from "./openapi_endpoints.ts";
import { withNeededComponents } from "./openapi_components.ts";
import { withExamples } from "./openapi_examples.ts";
import { filterParameters } from "./openapi_filters.ts";
import { searchDescription } from "./search_view.ts";
import { withTooManyRequests } from "./rate_limit_views.ts";
import { shapedDocument } from "./openapi_resources.ts";
import {
  errorResponses,
  type JsonObject,
  PROBLEM,
  RESPONSES,
  responsesOf,
  schemaRef,
} from "./openapi_responses.ts";
import { describedBy } from "./logic_words.ts";

/** Builds the document as plain data, its members in a fixed order. */
export function openApiDocument(system: SystemModel): JsonObject {
  const document = system.api
    ? shapedDocument(system, system.api)
    : conventionalDocument(system);
  return withExamples(withNeededComponents({
    ...withTooManyRequests(
      withEndpointPaths(withKeys(document, system), system),
      system,
    ),
    ...(system.webhooks ? openApiWebhooks(system.webhooks, system) : {}),
  }));
}

function conventionalDocument(system: SystemModel): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: system.description.replace(/\.$/, ""), version: "1.0.0" },
    servers: [{ url: "/" }],
    security: [],
    tags: [
      ...(system.users ? [AUTH_TAG] : []),
      ...system.entities.map((entity) => ({
        name: entity.plural.words,
        description: entity.description,
      })),
    ],
    paths: Object.assign(
      {},
      ...(system.users ? [authPaths(system)] : []),
      ...system.entities.map((entity) => entityPaths(entity, system)),
    ),
    components: {
      schemas: {
        ...Object.assign(
          {},
          ...system.entities.map((entity) => entitySchemas(entity, system)),
        ),
        ...objectSchemas(system.entities),
        ...(system.users ? authSchemas(system) : {}),
        Problem: problemSchema(system, PROBLEM),
      },
      responses: system.users
        ? { ...RESPONSES, ...responsesOf(AUTH_RESPONSES) }
        : RESPONSES,
      parameters: CONDITION_PARAMETERS,
      headers: CONDITION_HEADERS,
      ...(system.users ? { securitySchemes: SECURITY_SCHEMES } : {}),
    },
  };
}

function entitySchemas(
  entity: EntityModel,
  system: SystemModel,
): Record<string, JsonSchema> {
  const typeName = typeNameOf(entity);
  const { create, replace, patch } = bodySchemas(entity);
  const has = (operation: typeof entity.operations[number]) =>
    entity.operations.includes(operation);
  return {
    [typeName]: entitySchema(entity),
    ...selectionSchemas(entity, system),
    ...(has("list") ? { [`${typeName}Page`]: pageSchema(typeName) } : {}),
    ...aggregateSchemas(entity),
    ...(has("create") ? { [`${typeName}Create`]: create } : {}),
    ...(has("replace") ? { [`${typeName}Replace`]: replace } : {}),
    ...(has("patch") ? { [`${typeName}Patch`]: patch } : {}),
    ...bulkSchemas(entity, typeName),
  };
}

function pageSchema(typeName: string): JsonSchema {
  return {
    type: "object",
    required: ["items", "nextCursor"],
    properties: {
      items: { type: "array", items: readSchema(typeName) },
      nextCursor: {
        type: ["string", "null"],
        description: "Where the next page starts; null on the last page.",
      },
    },
  };
}

function entityPaths(entity: EntityModel, system: SystemModel): JsonObject {
  const errors = (operation: Operation | "action", action?: string) =>
    errorResponses(answersOf(operation, entity, system, action));
  const collection: JsonObject = {};
  const item: JsonObject = {};
  for (const operation of entity.operations) {
    const [path, method] = PLACES[operation];
    (path === "collection" ? collection : item)[method] = {
      ...standardOperation(entity, operation, errors(operation), system),
      ...securityOf(operation, entity),
      ...includedSecurity(operation, entity, system),
    };
  }
  const paths: JsonObject = {};
  if (Object.keys(collection).length > 0) paths[entity.path] = collection;
  Object.assign(
    paths,
    aggregatePaths(entity, {
      filters: filterParameters(entity),
      errors: errors("list"),
      security: securityOf("list", entity),
    }),
  );
  if (Object.keys(item).length > 0) {
    paths[`${entity.path}/{id}`] = {
      parameters: [idParameter(entity)],
      ...item,
    };
  }
  for (const action of entity.actions) {
    const { name } = action;
    const description = action.description + adjustmentSentence(action);
    paths[`${entity.path}/{id}/${name.kebab}`] = {
      parameters: [idParameter(entity)],
      post: {
        ...itemOperation(
          entity,
          name.camel,
          description,
          errors("action", name.kebab),
        ),
        ...describedBy(action.guard, action.logic),
        ...securityOf(name.kebab, entity),
      },
    };
  }
  Object.assign(paths, livePaths(entity, system, filterParameters(entity)));
  Object.assign(paths, bulkPaths(entity, system));
  if (entity.softDelete) {
    paths[`${entity.path}/{id}/restore`] = {
      parameters: [idParameter(entity)],
      post: {
        ...itemOperation(
          entity,
          "restore",
          `Restore one ${entity.name.words} that was deleted`,
          errors("action", "restore"),
        ),
        ...securityOf("restore", entity),
      },
    };
  }
  for (const [path, operations] of Object.entries(filePaths(entity, system))) {
    paths[path] = { parameters: [idParameter(entity)], ...Object(operations) };
  }
  return paths;
}

function standardOperation(
  entity: EntityModel,
  operation: Operation,
  errors: JsonObject,
  system: SystemModel,
): JsonObject {
  const one = `one ${entity.name.words}`;
  switch (operation) {
    case "list":
      return listOperation(entity, errors, system);
    case "create":
      return createOperation(entity, errors);
    case "get":
      return getOperation(entity, errors, system);
    case "replace":
      return writeOperation(
        entity,
        "replace",
        `Replace ${one}`,
        ["application/json"],
        errors,
      );
    case "patch":
      return writeOperation(
        entity,
        "patch",
        `Change some fields of ${one}`,
        ["application/merge-patch+json", "application/json"],
        errors,
      );
    case "delete":
      return deleteOperation(entity, errors);
  }
}

/** It answers with what is selected, and may be 304. */
function getOperation(
  entity: EntityModel,
  errors: JsonObject,
  system: SystemModel,
): JsonObject {
  const typeName = typeNameOf(entity);
  const summary = `Read one ${entity.name.words}`;
  const { responses, ...head } = itemOperation(entity, "get", summary, errors);
  const found = {
    description: `The ${entity.name.words}.`,
    content: { "application/json": { schema: readSchema(typeName) } },
    headers: ENTITY_TAG,
  };
  return {
    ...head,
    parameters: [...CONDITIONS, ...selectionParameters(entity, system)],
    responses: { ...Object(responses), "200": found },
  };
}

function listOperation(
  entity: EntityModel,
  errors: JsonObject,
  system: SystemModel,
): JsonObject {
  return {
    operationId: `list${entity.plural.pascal}`,
    tags: [entity.plural.words],
    summary: `List ${entity.plural.words}`,
    parameters: [
      {
        name: "limit",
        in: "query",
        schema: { type: "integer", minimum: 1, maximum: 200, default: 50 },
      },
      {
        name: "cursor",
        in: "query",
        description: "The nextCursor of the page before.",
        schema: { type: "string" },
      },
      {
        name: "sort",
        in: "query",
        description: sortDescription(entity),
        schema: {
          type: "string",
          ...(entity.order?.length ? { default: sortText(entity.order) } : {}),
        },
        example: "-createdAt",
      },
      {
        name: "q",
        in: "query",
        description: searchDescription(entity),
        schema: { type: "string", maxLength: 200 },
      },
      ...selectionParameters(entity, system),
      ...filterParameters(entity),
    ],
    responses: {
      "200": jsonResponse(
        `A page of ${entity.plural.words}.`,
        `${typeNameOf(entity)}Page`,
      ),
      ...errors,
    },
  };
}

function sortDescription(entity: EntityModel): string {
  const own = entity.fields.filter(isSortable).map(({ name }) => name);
  const names = ["id", "createdAt", "updatedAt", ...own].join(", ");
  return `At most 4 fields to sort by, in order; a leading - means largest first. They can be any of ${names}.`;
}

function createOperation(entity: EntityModel, errors: JsonObject): JsonObject {
  const typeName = typeNameOf(entity);
  return {
    operationId: `create${typeName}`,
    tags: [entity.plural.words],
    summary: `Create ${withArticle(entity.name.words)}`,
    requestBody: body(`${typeName}Create`, ["application/json"]),
    responses: {
      "201": {
        ...jsonResponse(`The new ${entity.name.words}.`, typeName),
        headers: {
          Location: { description: "Its path.", schema: { type: "string" } },
          ...ENTITY_TAG,
        },
      },
      ...errors,
    },
  };
}

function itemOperation(
  entity: EntityModel,
  verb: string,
  summary: string,
  errors: JsonObject,
): JsonObject {
  return {
    operationId: `${verb}${typeNameOf(entity)}`,
    tags: [entity.plural.words],
    summary,
    parameters: CONDITIONS,
    responses: {
      "200": {
        ...jsonResponse(`The ${entity.name.words}.`, typeNameOf(entity)),
        headers: ENTITY_TAG,
      },
      ...errors,
    },
  };
}

function writeOperation(
  entity: EntityModel,
  verb: "replace" | "patch",
  summary: string,
  mediaTypes: readonly string[],
  errors: JsonObject,
): JsonObject {
  const { responses, ...head } = itemOperation(entity, verb, summary, errors);
  const schema = verb === "replace" ? "Replace" : "Patch";
  return {
    ...head,
    requestBody: body(`${typeNameOf(entity)}${schema}`, mediaTypes),
    responses,
  };
}

function deleteOperation(entity: EntityModel, errors: JsonObject): JsonObject {
  return {
    operationId: `delete${typeNameOf(entity)}`,
    tags: [entity.plural.words],
    summary: `Delete one ${entity.name.words}`,
    parameters: CONDITIONS,
    responses: {
      "204": { description: "It is deleted." },
      ...errors,
    },
  };
}

function body(schema: string, mediaTypes: readonly string[]): JsonObject {
  return {
    required: true,
    content: Object.fromEntries(
      mediaTypes.map((type) => [type, { schema: schemaRef(schema) }]),
    ),
  };
}

function jsonResponse(description: string, schema: string): JsonObject {
  return {
    description,
    content: { "application/json": { schema: schemaRef(schema) } },
  };
}

/** Where each operation stands. */
const PLACES = {
  list: ["collection", "get"],
  create: ["collection", "post"],
  get: ["item", "get"],
  replace: ["item", "put"],
  patch: ["item", "patch"],
  delete: ["item", "delete"],
} as const satisfies Record<Operation, readonly [string, string]>;

function idParameter({ key }: EntityModel): JsonObject {
  return {
    name: "id",
    in: "path",
    required: true,
    ...(key === undefined
      ? { schema: { type: "string", format: "uuid" } }
      : { description: `Its id or its ${key}.`, schema: { type: "string" } }),
  };
}

const AUTH_TAG: JsonObject = {
  name: "auth",
  description: "Registration, login and tokens.",
};
