/**
 * The bodies of requests and answers in the OpenAPI document, in the shape that the API has.
 *
 * @module
 */
import { besideName, itemsName, seenName } from "../model/api_naming.ts";
import type { ApiModel, ResourceModel } from "../model/api_model.ts";
import type { EntityModel } from "../model/system_model.ts";
import type { JsonSchema } from "./json_schemas.ts";
import { SECURITY_SCHEMES, securityOf } from "./openapi_auth.ts";
import { listedName, schemaName } from "./openapi_resource_schemas.ts";
import { type JsonObject, schemaRef } from "./openapi_responses.ts";

/** Describes the answer with one entity. */
export function oneAnswer(resource: ResourceModel, api: ApiModel): JsonObject {
  const schema = schemaRef(schemaName(resource));
  return {
    description: `The ${resource.name.words}.`,
    content: json(enveloped(api, seenName(api, resource.name), schema)),
  };
}

/** Describes the answer with a page. */
export function pageAnswer(resource: ResourceModel, api: ApiModel): JsonObject {
  const name = itemsName(api, resource.plural);
  const beside: Record<string, JsonSchema> = api.paging.style === "offset"
    ? {
      [besideName(api, resource.plural)]: {
        type: "integer",
        minimum: 0,
        description: "How many there are on all pages.",
      },
    }
    : {
      [besideName(api, resource.plural)]: {
        type: ["string", "null"],
        description: "Where the next page starts; null on the last page.",
      },
    };
  return {
    description: `A page of ${resource.plural.words}.`,
    content: json({
      type: "object",
      required: [
        name,
        ...(resource.paged === false && api.paging.style === "offset"
          ? []
          : Object.keys(beside)),
      ],
      properties: {
        [name]: { type: "array", items: schemaRef(listedName(resource)) },
        ...beside,
      },
    }),
  };
}

/** Describes the body of a request. */
export function bodyOf(
  api: ApiModel,
  name: string,
  schema: string,
): JsonObject {
  const content = json(enveloped(api, name, schemaRef(schema)));
  return { required: true, content };
}

/** Puts a schema under its name where the API does so. */
export function enveloped(
  { envelope }: ApiModel,
  name: string,
  schema: JsonSchema,
): JsonSchema {
  return envelope
    ? { type: "object", required: [name], properties: { [name]: schema } }
    : schema;
}

/** Says that an operation needs a token, or may have one; nothing where there are no users. */
export function securityIn(operation: string, entity: EntityModel): JsonObject {
  if (entity.access === undefined) return {};
  const isNeeded = securityOf(operation, entity).security !== undefined;
  return { security: isNeeded ? NEEDS_TOKEN : [{}, ...NEEDS_TOKEN] };
}

/** Tells errors as lists of messages. */
export function toldByMessages(responses: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(responses).map(([name, response]) => {
      const { content, ...rest } = response as JsonObject;
      return [
        name,
        content ? { ...rest, content: json(schemaRef("Errors")) } : rest,
      ];
    }),
  );
}

/** `Token` is no scheme of the standard: it is described as the header it is. */
export function schemeOf({ scheme, account }: ApiModel): JsonObject {
  return {
    ...(account ? {} : SECURITY_SCHEMES),
    token: scheme === "Bearer" ? SECURITY_SCHEMES.bearer : {
      type: "apiKey",
      in: "header",
      name: "Authorization",
      description: `The word "${scheme}", a space and the access token.`,
    },
  };
}

/** Describes content in JSON. */
export function json(schema: JsonSchema): JsonObject {
  return { "application/json": { schema } };
}

/** What needs a token. */
export const NEEDS_TOKEN: readonly JsonObject[] = [{ token: [] }];

/** The schema of errors as lists of messages. */
export function errorsSchema({ errors }: Pick<ApiModel, "errors">): JsonSchema {
  if (errors === "messages") return ERRORS;
  const list = { type: "array", items: { type: "string" } };
  return {
    ...ERRORS,
    properties: {
      errors: {
        type: "object",
        description:
          "Messages by what they are about, and all of them in `body`.",
        required: ["body"],
        properties: { body: list },
        additionalProperties: list,
      },
    },
  };
}

const ERRORS: JsonSchema = {
  type: "object",
  description: "What went wrong.",
  required: ["errors"],
  properties: {
    errors: {
      type: "object",
      required: ["body"],
      properties: {
        body: {
          type: "array",
          items: { type: "string" },
          description: "One message for each thing that is wrong.",
        },
      },
    },
  },
};
