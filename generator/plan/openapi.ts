/**
 * Builds the OpenAPI 3.1 document of a system.
 *
 * @module
 */
import { withArticle } from "./with_article.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { isSortable, typeNameOf } from "./entity_view.ts";
import {
  bodySchemas,
  entitySchema,
  fieldSchema,
  type JsonSchema,
} from "./json_schemas.ts";

/** A JSON object. */
export type JsonObject = { [key: string]: unknown };

/** Builds the document as plain data, its members in a fixed order. */
export function openApiDocument(system: SystemModel): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: system.description.replace(/\.$/, ""), version: "1.0.0" },
    servers: [{ url: "/" }],
    tags: system.entities.map((entity) => ({
      name: entity.plural.words,
      description: entity.description,
    })),
    paths: Object.assign({}, ...system.entities.map(entityPaths)),
    components: {
      schemas: {
        ...Object.assign({}, ...system.entities.map(entitySchemas)),
        Problem: PROBLEM,
      },
      responses: RESPONSES,
    },
  };
}

function entitySchemas(entity: EntityModel): Record<string, JsonSchema> {
  const typeName = typeNameOf(entity);
  const { create, replace, patch } = bodySchemas(entity);
  const has = (operation: typeof entity.operations[number]) =>
    entity.operations.includes(operation);
  return {
    [typeName]: entitySchema(entity),
    ...(has("list") ? { [`${typeName}Page`]: pageSchema(typeName) } : {}),
    ...(has("create") ? { [`${typeName}Create`]: create } : {}),
    ...(has("replace") ? { [`${typeName}Replace`]: replace } : {}),
    ...(has("patch") ? { [`${typeName}Patch`]: patch } : {}),
  };
}

function pageSchema(typeName: string): JsonSchema {
  return {
    type: "object",
    required: ["items", "nextCursor"],
    properties: {
      items: { type: "array", items: schemaRef(typeName) },
      nextCursor: {
        type: ["string", "null"],
        description: "Where the next page starts; null on the last page.",
      },
    },
  };
}

function entityPaths(entity: EntityModel): JsonObject {
  const collection: JsonObject = {};
  const item: JsonObject = {};
  for (const operation of entity.operations) {
    if (operation === "list") collection.get = listOperation(entity);
    if (operation === "create") collection.post = createOperation(entity);
    if (operation === "get") {
      item.get = itemOperation(entity, "get", `Read one ${entity.name.words}`);
    }
    if (operation === "replace") {
      item.put = writeOperation(
        entity,
        "replace",
        `Replace one ${entity.name.words}`,
        "Replace",
        ["application/json"],
      );
    }
    if (operation === "patch") {
      item.patch = writeOperation(
        entity,
        "patch",
        `Change some fields of one ${entity.name.words}`,
        "Patch",
        [
          "application/merge-patch+json",
          "application/json",
        ],
      );
    }
    if (operation === "delete") item.delete = deleteOperation(entity);
  }
  const idParameter = {
    name: "id",
    in: "path",
    required: true,
    schema: { type: "string", format: "uuid" },
  };
  const paths: JsonObject = {};
  if (Object.keys(collection).length > 0) paths[entity.path] = collection;
  if (Object.keys(item).length > 0) {
    paths[`${entity.path}/{id}`] = { parameters: [idParameter], ...item };
  }
  for (const action of entity.actions) {
    paths[`${entity.path}/{id}/${action.name.kebab}`] = {
      parameters: [idParameter],
      post: {
        ...itemOperation(entity, action.name.camel, action.description),
        ...(Object.keys(action.when).length === 0 ? {} : {
          responses: {
            ...itemResponses(entity),
            "409": responseRef("Conflict"),
          },
        }),
      },
    };
  }
  return paths;
}

function listOperation(entity: EntityModel): JsonObject {
  const filters = entity.fields.filter((field) => field.type !== "json").map((
    field,
  ) => ({
    name: field.name,
    in: "query",
    description: `Only ${entity.plural.words} with this ${field.name}.`,
    schema: fieldSchema(field, { asFilter: true }),
  }));
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
        schema: { type: "string" },
        example: "-createdAt",
      },
      {
        name: "q",
        in: "query",
        description: "Text to search for.",
        schema: { type: "string", maxLength: 200 },
      },
      ...filters,
    ],
    responses: {
      "200": jsonResponse(
        `A page of ${entity.plural.words}.`,
        `${typeNameOf(entity)}Page`,
      ),
      ...commonResponses(["400", "422"]),
    },
  };
}

function sortDescription(entity: EntityModel): string {
  const own = entity.fields.filter(isSortable).map(({ name }) => name);
  const names = ["id", "createdAt", "updatedAt", ...own].join(", ");
  return `At most 4 fields to sort by, in order; a leading - means largest first. They can be any of ${names}.`;
}

function createOperation(entity: EntityModel): JsonObject {
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
        },
      },
      ...commonResponses([
        "400",
        ...conflicts(entity, "creation"),
        "413",
        "415",
        "422",
      ]),
    },
  };
}

function itemOperation(
  entity: EntityModel,
  verb: string,
  summary: string,
): JsonObject {
  return {
    operationId: `${verb}${typeNameOf(entity)}`,
    tags: [entity.plural.words],
    summary,
    responses: itemResponses(entity),
  };
}

function itemResponses(entity: EntityModel): JsonObject {
  return {
    "200": jsonResponse(`The ${entity.name.words}.`, typeNameOf(entity)),
    ...commonResponses(["404"]),
  };
}

function writeOperation(
  entity: EntityModel,
  verb: string,
  summary: string,
  schema: string,
  mediaTypes: readonly string[],
): JsonObject {
  return {
    ...itemOperation(entity, verb, summary),
    requestBody: body(`${typeNameOf(entity)}${schema}`, mediaTypes),
    responses: {
      ...itemResponses(entity),
      ...commonResponses([
        "400",
        ...conflicts(entity, "change"),
        "413",
        "415",
        "422",
      ]),
    },
  };
}

function deleteOperation(entity: EntityModel): JsonObject {
  return {
    operationId: `delete${typeNameOf(entity)}`,
    tags: [entity.plural.words],
    summary: `Delete one ${entity.name.words}`,
    responses: {
      "204": { description: "It is deleted." },
      ...commonResponses(["404", "409"]),
    },
  };
}

/** A unique value can be taken; a change, unlike a creation, can also go round the guard of an action. */
function conflicts(
  entity: EntityModel,
  write: "creation" | "change",
): string[] {
  const guarded = write === "change" &&
    entity.actions.some((action) => Object.keys(action.when).length > 0);
  return guarded || entity.fields.some((field) => field.unique) ? ["409"] : [];
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

function commonResponses(statuses: readonly string[]): JsonObject {
  return Object.fromEntries(
    statuses.map((
      status,
    ) => [status, responseRef(RESPONSE_NAMES[status] ?? "Problem")]),
  );
}

function schemaRef(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

function responseRef(name: string): JsonObject {
  return { $ref: `#/components/responses/${name}` };
}

const RESPONSE_NAMES: Readonly<Record<string, string>> = {
  "400": "BadRequest",
  "404": "NotFound",
  "409": "Conflict",
  "413": "ContentTooLarge",
  "415": "UnsupportedMediaType",
  "422": "UnprocessableContent",
};

const RESPONSES: JsonObject = Object.fromEntries(
  ([
    ["BadRequest", "The request cannot be parsed."],
    ["NotFound", "There is no such thing."],
    ["Conflict", "The present state does not allow it."],
    ["ContentTooLarge", "The body is too large."],
    ["UnsupportedMediaType", "The body is not JSON."],
    ["UnprocessableContent", "The request breaks rules; errors names them."],
  ] as const).map(([name, description]) => [name, {
    description,
    content: { "application/problem+json": { schema: schemaRef("Problem") } },
  }]),
);

const PROBLEM: JsonSchema = {
  type: "object",
  description: "What went wrong (RFC 9457).",
  required: ["type", "title", "status"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "message"],
        properties: { path: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};
