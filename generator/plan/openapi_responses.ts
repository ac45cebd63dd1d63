/**
 * The answers to refused requests in the OpenAPI document.
 *
 * @module
 */
import type { JsonSchema } from "./json_schemas.ts";
import { ENTITY_TAG } from "./openapi_conditions.ts";

/** A JSON object. */
export type JsonObject = { [key: string]: unknown };

/** Refers to the answers with these statuses; others than refusals are left out. */
export function errorResponses(statuses: readonly string[]): JsonObject {
  return Object.fromEntries(
    statuses.flatMap((status) => {
      const name = RESPONSE_NAMES[status];
      return name === undefined ? [] : [[status, responseRef(name)]];
    }),
  );
}

/** Describes refusals by name. */
export function responsesOf(
  meanings: readonly (readonly [string, string])[],
): JsonObject {
  return Object.fromEntries(meanings.map(([name, description]) => [name, {
    description,
    content: { "application/problem+json": { schema: schemaRef("Problem") } },
  }]));
}

/** Refers to a schema of the document. */
export function schemaRef(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

function responseRef(name: string): JsonObject {
  return { $ref: `#/components/responses/${name}` };
}

const RESPONSE_NAMES: Readonly<Record<string, string>> = {
  "304": "NotModified",
  "400": "BadRequest",
  "401": "Unauthorized",
  "403": "Forbidden",
  "404": "NotFound",
  "408": "RequestTimeout",
  "409": "Conflict",
  "412": "PreconditionFailed",
  "413": "ContentTooLarge",
  "415": "UnsupportedMediaType",
  "422": "UnprocessableContent",
  "429": "TooManyRequests",
  "502": "BadGateway",
};

const PROBLEMS: JsonObject = responsesOf(
  [
    [
      "PreconditionFailed",
      "The entity is not as If-Match or If-None-Match wants it; ETag says what it is.",
    ],
    ["BadRequest", "The request cannot be parsed."],
    ["NotFound", "There is no such thing."],
    ["RequestTimeout", "The body took too long to arrive."],
    ["Conflict", "The present state does not allow it."],
    ["ContentTooLarge", "The body is too large."],
    ["UnsupportedMediaType", "The body is not JSON."],
    ["UnprocessableContent", "The request breaks rules; errors names them."],
    ["BadGateway", "A service that this depends on did not answer."],
  ],
);

/** Every refusal that operations refer to, by name. */
export const RESPONSES: JsonObject = {
  ...PROBLEMS,
  PreconditionFailed: {
    ...Object(PROBLEMS.PreconditionFailed),
    headers: ENTITY_TAG,
  },
  NotModified: {
    description: "It has one of the tags of If-None-Match.",
    headers: ENTITY_TAG,
  },
};

/** The schema of a problem. */
export const PROBLEM: JsonSchema = {
  type: "object",
  description: "What went wrong (RFC 9457).",
  required: ["type", "title", "status"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    instance: { type: "string" },
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
