/**
 * The part of the OpenAPI document about endpoints of the system's own.
 *
 * @module
 */
import type { EndpointModel } from "../model/endpoint_model.ts";
import type { FieldModel, SystemModel } from "../model/system_model.ts";
import { endpointType } from "./endpoint_names.ts";
import { fieldSchema, type JsonSchema } from "./json_schemas.ts";
import { NEEDS_TOKEN as SHAPED_TOKEN } from "./openapi_answers.ts";
import { NEEDS_TOKEN } from "./openapi_auth.ts";
import {
  errorResponses,
  type JsonObject,
  schemaRef,
} from "./openapi_responses.ts";
import { sampleValue } from "./sample_values.ts";
import { describedBy } from "./logic_words.ts";

/** The tag of all endpoints, and the member of the client that calls them. */
export const ENDPOINTS_TAG = "endpoints";

/** Adds the endpoints of a system to its document; without any it stays as it is. */
export function withEndpointPaths(
  document: JsonObject,
  system: SystemModel,
): JsonObject {
  const { endpoints } = system;
  if (endpoints === undefined) return document;
  const paths: Record<string, JsonObject> = {
    ...document.paths as Record<string, JsonObject>,
  };
  for (const endpoint of endpoints) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationOf(endpoint, system),
    };
  }
  const components = document.components as JsonObject;
  return {
    ...document,
    tags: [...document.tags as JsonObject[], {
      name: ENDPOINTS_TAG,
      description: "What this system does beyond its entities.",
    }],
    paths,
    components: {
      ...components,
      schemas: {
        ...components.schemas as JsonObject,
        ...Object.assign({}, ...endpoints.map(endpointSchemas)),
      },
    },
  };
}

/** Describes the bodies and answers of an endpoint, by name. */
export function endpointSchemas(
  endpoint: EndpointModel,
): Readonly<Record<string, JsonSchema>> {
  const { body, answer } = endpoint;
  return {
    ...(body
      ? {
        [endpointType(endpoint, "Body")]: objectSchema(endpoint, "takes", body),
      }
      : {}),
    ...(answer
      ? {
        [endpointType(endpoint, "Answer")]: objectSchema(
          endpoint,
          "answers",
          answer,
        ),
      }
      : {}),
  };
}

function operationOf(
  endpoint: EndpointModel,
  system: SystemModel,
): JsonObject {
  const { users, api } = system;
  const { params, query, body, answer, access, status } = endpoint;
  const parameters = [
    ...params.map((field) => parameterOf(field, "path")),
    ...query.map((field) => parameterOf(field, "query")),
  ];
  const isOpen = access.includes("everyone");
  const token = api ? SHAPED_TOKEN : NEEDS_TOKEN;
  return {
    operationId: endpoint.name.camel,
    tags: [ENDPOINTS_TAG],
    summary: endpoint.description.replace(/\.$/, ""),
    ...describedBy(endpoint.logic),
    ...(users ? { security: isOpen ? [{}, ...token] : token } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? {
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: schemaRef(endpointType(endpoint, "Body")),
            },
          },
        },
      }
      : {}),
    responses: {
      [status]: answer
        ? {
          description: "The answer.",
          content: {
            "application/json": {
              schema: schemaRef(endpointType(endpoint, "Answer")),
            },
          },
        }
        : { description: "It is done." },
      ...errorResponses(refusalsOf(endpoint, system)),
    },
  };
}

/** What may refuse a request: its parts, the rules, what its code says, and whom it calls. */
export function refusalsOf(
  { params, body, logic, access, fetches }: EndpointModel,
  { users, endpoints = [] }: SystemModel,
): readonly string[] {
  const hasUsers = users !== undefined;
  const code = logic.run ?? "";
  const said = [...code.matchAll(/\brefuse\(\s*(4\d\d|502)\b/g)]
    .map(([, status = ""]) => status);
  const calls = logic.run === undefined || /\bapi\b/.test(code);
  return [
    ...new Set([
      ...(hasUsers ? ["401"] : []),
      ...(hasUsers && !access.includes("everyone") ? ["403"] : []),
      ...(params.length > 0 ? ["404"] : []),
      ...(body ? ["400", "408", "413", "415"] : []),
      "422", // no query may say what it cannot
      ...(calls ? ["404", "409", ...(hasUsers ? ["403"] : [])] : []),
      ...(fetches || calls && endpoints.some((other) => other.fetches)
        ? ["502"]
        : []),
      ...said,
    ]),
  ].toSorted();
}

function parameterOf(field: FieldModel, place: "path" | "query"): JsonObject {
  const { default: fallback } = field;
  return {
    name: field.name,
    in: place,
    ...(place === "path" || field.required ? { required: true } : {}),
    description: field.description,
    schema: {
      ...fieldSchema(field, { asFilter: true }),
      ...(fallback === undefined ? {} : { default: fallback }),
    },
    example: sampleValue(field),
  };
}

/** An answer has all of its fields, a body those that it must have. */
function objectSchema(
  { method, path }: EndpointModel,
  verb: "takes" | "answers",
  fields: readonly FieldModel[],
): JsonSchema {
  const required = fields.filter((field) =>
    verb === "answers" || field.required
  ).map(({ name }) => name);
  return {
    type: "object",
    description: `What ${method} ${path} ${verb}.`,
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(
      fields.map((field) => [field.name, fieldSchema(field)]),
    ),
  };
}
