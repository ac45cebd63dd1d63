/**
 * Builds the OpenAPI 3.1 document of a system whose API has a shape of its own.
 *
 * @module
 */
import { seenName } from "../model/api_naming.ts";
import type {
  ApiModel,
  LinkModel,
  ListModel,
  MarkModel,
  OperationModel,
  ResourceModel,
} from "../model/api_model.ts";
import { resourceNamed } from "../model/api_context.ts";
import type { SystemModel } from "../model/system_model.ts";
import { answersOf } from "./answers.ts";
import { objectSchemas } from "./json_object_schemas.ts";
import { findEntity } from "./component_views.ts";
import { entitySchema, type JsonSchema } from "./json_schemas.ts";
import { userOf } from "./access_view.ts";
import { typeNameOf } from "./entity_view.ts";
import { accountPaths, AUTH_TAG } from "./openapi_account.ts";
import {
  bodyOf,
  errorsSchema,
  NEEDS_TOKEN,
  oneAnswer,
  pageAnswer,
  schemeOf,
  securityIn,
  toldByMessages,
} from "./openapi_answers.ts";
import { AUTH_RESPONSES, authPaths, authSchemas } from "./openapi_auth.ts";
import {
  CONDITION_HEADERS,
  CONDITION_PARAMETERS,
} from "./openapi_conditions.ts";
import { listParameters, pathParameters } from "./openapi_parameters.ts";
import { problemSchema } from "./openapi_bulk.ts";
import { services, serviceSchemas } from "./openapi_resource_services.ts";
import {
  accountSchemas,
  listedSchema,
  resourceBodies,
  schemaName,
  shownSchema,
} from "./openapi_resource_schemas.ts";
import {
  errorResponses,
  type JsonObject,
  PROBLEM,
  RESPONSES,
  responsesOf,
} from "./openapi_responses.ts";
import { valuesPaths } from "./openapi_values.ts";
import { isAllItsOwn } from "./resource_file_view.ts";
import { restorePaths } from "./restore_view.ts";
import { withArticle } from "../blueprint/with_article.ts";
import { describedBy } from "./logic_words.ts";

/** Builds the document as plain data, its members in a fixed order. */
export function shapedDocument(system: SystemModel, api: ApiModel): JsonObject {
  const { account } = api;
  const conventionalAuth = system.users && !account;
  const responses = {
    ...RESPONSES,
    ...responsesOf([UNTAGGED, ...system.users ? AUTH_RESPONSES : []]),
  };
  return {
    openapi: "3.1.0",
    info: { title: system.description.replace(/\.$/, ""), version: "1.0.0" },
    servers: [{ url: "/" }],
    security: [],
    tags: [
      ...(system.users
        ? [{ name: AUTH_TAG, description: "Registration, login and oneself." }]
        : []),
      ...api.resources.map((resource) => ({
        name: resource.plural.words,
        description: findEntity(system, resource.entity).description,
      })),
      ...api.values.map(({ plural, entity, field }) => ({
        name: plural.words,
        description: `What ${field} of ${
          findEntity(system, entity).plural.words
        } holds.`,
      })),
    ],
    paths: Object.assign(
      {},
      ...(account ? [accountPaths(account, api, system)] : []),
      ...(conventionalAuth ? [underBase(authPaths(system), api)] : []),
      ...api.values.map((values) => valuesPaths(values, api, system)),
      ...api.resources.flatMap((resource) => [
        resourcePaths(resource, api, system),
        restorePaths(resource, api, system),
      ]),
    ),
    components: {
      schemas: {
        ...(conventionalAuth
          ? { [typeNameOf(userOf(system))]: entitySchema(userOf(system)) }
          : {}),
        ...Object.assign(
          {},
          ...api.resources.map((resource) =>
            resourceSchemas(resource, api, system)
          ),
        ),
        ...objectSchemas(system.entities),
        ...(account ? accountSchemas(account, api, system) : {}),
        ...(conventionalAuth ? authSchemas(system) : {}),
        ...(api.errors === "problem"
          ? { Problem: problemSchema(system, PROBLEM) }
          : { Errors: errorsSchema(api) }),
      },
      responses: api.errors === "problem"
        ? responses
        : toldByMessages(responses),
      parameters: CONDITION_PARAMETERS,
      headers: CONDITION_HEADERS,
      ...(system.users ? { securitySchemes: schemeOf(api) } : {}),
    },
  };
}

function resourceSchemas(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): Record<string, JsonSchema> {
  const entity = findEntity(system, resource.entity);
  const bodies = resourceBodies(resource, entity, api);
  const name = schemaName(resource);
  const takes = resource.operations.flatMap(({ operation }) =>
    operation === "create" || operation === "replace" || operation === "patch"
      ? [operation]
      : []
  );
  return {
    [name]: shownSchema(resource.shows, entity, system, entity.description),
    ...listedSchema(resource, entity, system),
    ...Object.fromEntries(takes.map((operation) => [
      `${name}${BODY_NAMES[operation]}`,
      bodies[operation],
    ])),
    ...serviceSchemas(resource, api, system),
  };
}

function resourcePaths(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): JsonObject {
  const entity = findEntity(system, resource.entity);
  const paths: Record<string, JsonObject> = {};
  const at = (path: string, method: string, operation: JsonObject) => {
    const parameters = pathParameters(path, resource, api, system);
    paths[path] ??= parameters.length === 0 ? {} : { parameters };
    paths[path][method] = operation;
  };
  const item = `${resource.path}/{${resource.param}}`;
  for (const list of resource.lists) {
    const path = `${resource.path}/${list.name.kebab}`;
    at(path, "get", namedList(list, resource, api, system));
  }
  for (const operation of resource.operations) {
    const isAll = COLLECTION.has(operation.operation);
    at(
      isAll ? resource.path : item,
      operation.method.toLowerCase(),
      operationOf(operation, resource, api, system),
    );
  }
  for (const { path, method, operation } of services(resource, api, system)) {
    at(path, method, operation);
  }
  for (const { name, description, guard, logic } of entity.actions) {
    at(`${item}/${name.kebab}`, "post", {
      ...head(`${name.camel}${schemaName(resource)}`, description, resource),
      ...describedBy(guard, logic),
      ...securityIn(name.kebab, entity),
      responses: {
        "200": oneAnswer(resource, api),
        ...errorResponses(
          answersOf("action", entity, system, name.kebab),
        ),
      },
    });
  }
  for (const mark of entity.marks ?? []) {
    const path = `${item}/${mark.name.kebab}`;
    at(path, "post", markOperation("set", mark, resource, api));
    at(path, "delete", markOperation("take", mark, resource, api));
  }
  for (const { link, resource: name, param } of resource.links) {
    const other = resourceNamed(api, name);
    if (!other) continue;
    const all = `${item}/${link.name.kebab}`;
    at(all, "get", linkedOperation(link, resource, other, api, system));
    const one = `${all}/{${param}}`;
    for (const verb of ["put", "delete"] as const) {
      at(one, verb, linkOperation(verb, link, resource, other, api, system));
    }
    paths[one]!.parameters = [
      ...pathParameters(item, resource, api, system),
      ...pathParameters(`{${other.param}}`, other, api, system)
        .map((parameter) => ({ ...parameter, name: param })),
    ];
  }
  return paths;
}

function operationOf(
  { operation, status }: OperationModel,
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): JsonObject {
  const entity = findEntity(system, resource.entity);
  const isOwn = isAllItsOwn(resource);
  const errors = errorResponses(refusals([
    ...answersOf(operation, entity, system).filter((one) =>
      one !== "304" || isOwn
    ),
    ...(resource.parent ? ["404"] : []),
    ...(system.users ? ["401"] : []), // a token that is not valid is nobody's
  ]));
  const one = withArticle(resource.name.words);
  const name = schemaName(resource);
  const common = {
    ...head(
      `${operation}${operation === "list" ? resource.plural.pascal : name}`,
      SUMMARIES[operation].replace(
        "…",
        operation === "list" ? resource.plural.words : one,
      ),
      resource,
    ),
    ...securityIn(operation, entity),
  };
  switch (operation) {
    case "list":
      return {
        ...common,
        parameters: listParameters(resource, entity, api, system),
        responses: { [status]: pageAnswer(resource, api), ...errors },
      };
    case "get":
      return {
        ...common,
        responses: { [status]: oneAnswer(resource, api), ...errors },
      };
    case "delete":
      return {
        ...common,
        responses: { [status]: { description: "It is deleted." }, ...errors },
      };
    default:
      return {
        ...common,
        requestBody: bodyOf(
          api,
          seenName(api, resource.name),
          `${name}${BODY_NAMES[operation]}`,
        ),
        responses: { [status]: oneAnswer(resource, api), ...errors },
      };
  }
}

function refusals(statuses: readonly string[]): readonly string[] {
  return [...new Set(statuses)].sort();
}

function namedList(
  list: ListModel,
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): JsonObject {
  const entity = findEntity(system, resource.entity);
  const personal = list.restrictions.some(({ kind }) => kind !== "field");
  const errors = answersOf("list", entity, system);
  return {
    ...head(
      `list${resource.plural.pascal}${list.name.pascal}`,
      list.description,
      resource,
    ),
    ...(personal ? { security: NEEDS_TOKEN } : securityIn("list", entity)),
    parameters: listParameters(resource, entity, api, system),
    responses: {
      "200": pageAnswer(resource, api),
      ...errorResponses([
        ...new Set([...errors, ...(personal ? ["401"] : [])]),
      ]),
    },
  };
}

function linkedOperation(
  link: LinkModel,
  resource: ResourceModel,
  other: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): JsonObject {
  const entity = findEntity(system, other.entity);
  const one = withArticle(resource.name.words);
  return {
    ...head(
      `list${link.name.pascal}Of${schemaName(resource)}`,
      `List the ${link.name.words} of ${one}`,
      resource,
    ),
    ...securityIn("list", entity),
    parameters: listParameters(other, entity, api, system),
    responses: {
      "200": pageAnswer(other, api),
      ...errorResponses(refusals([
        ...answersOf("list", entity, system),
        "404",
        ...(system.users ? ["401"] : []),
      ])),
    },
  };
}

function linkOperation(
  verb: "put" | "delete",
  link: LinkModel,
  resource: ResourceModel,
  other: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): JsonObject {
  const entity = findEntity(system, resource.entity);
  const one = withArticle(resource.name.words);
  const what = withArticle(other.name.words);
  return {
    ...head(
      `${verb === "put" ? "add" : "remove"}${schemaName(other)}${
        verb === "put" ? "To" : "From"
      }${link.name.pascal}Of${schemaName(resource)}`,
      verb === "put"
        ? `Add ${what} to the ${link.name.words} of ${one}`
        : `Remove ${what} from the ${link.name.words} of ${one}`,
      resource,
    ),
    ...securityIn("patch", entity),
    responses: {
      "200": oneAnswer(resource, api),
      ...errorResponses([
        ...(system.users ? ["401", "403"] : []),
        "404",
        ...(findEntity(system, link.link).stateRules ? ["409"] : []),
      ]),
    },
  };
}

function markOperation(
  verb: "set" | "take",
  mark: MarkModel,
  resource: ResourceModel,
  api: ApiModel,
): JsonObject {
  const words = mark.name.words;
  const summary = verb === "set"
    ? `Set the mark "${words}" on ${withArticle(resource.name.words)}`
    : `Take the mark "${words}" back from ${withArticle(resource.name.words)}`;
  return {
    ...head(
      `${verb}${mark.name.pascal}Of${schemaName(resource)}`,
      summary,
      resource,
    ),
    security: NEEDS_TOKEN,
    responses: {
      "200": oneAnswer(resource, api),
      ...errorResponses(["401", "403", "404"]),
    },
  };
}

function head(
  operationId: string,
  summary: string,
  resource: ResourceModel,
): JsonObject {
  return { operationId, tags: [resource.plural.words], summary };
}

function underBase(paths: JsonObject, { basePath }: ApiModel): JsonObject {
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [basePath + path, item]),
  );
}

/** What is shown of an entity may be more than it, so a refusal does not tell its tag. */
const UNTAGGED = [
  "PreconditionFailed",
  "The entity is not as If-Match or If-None-Match wants it.",
] as const;
const COLLECTION: ReadonlySet<string> = new Set(["list", "create"]);
const BODY_NAMES = { create: "Create", replace: "Replace", patch: "Patch" };
const SUMMARIES = {
  list: "List …",
  get: "Read …",
  create: "Create …",
  replace: "Replace …",
  patch: "Change some fields of …",
  delete: "Delete …",
} as const;
