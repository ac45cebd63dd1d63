/**
 * Which resources have a route by which what was deleted comes back, and what documents say of it.
 *
 * @module
 */
import type { ApiModel, ResourceModel } from "../model/api_model.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { answersOf } from "./answers.ts";
import { findEntity } from "./component_views.ts";
import { oneAnswer, securityIn } from "./openapi_answers.ts";
import { pathParameters } from "./openapi_parameters.ts";
import { schemaName } from "./openapi_resource_schemas.ts";
import { errorResponses } from "./openapi_responses.ts";
import type { JsonSchema } from "./json_schemas.ts";
import { withArticle } from "../blueprint/with_article.ts";

/** Tells whether what is deleted from a resource can be restored: clients must know its id. */
export function restores(
  { key, shows, operations }: ResourceModel,
  { softDelete }: EntityModel,
): boolean {
  return softDelete &&
    operations.some(({ operation }) => operation === "delete") &&
    (key === "id" ||
      shows.some((one) => one.kind === "field" && one.field === "id"));
}

/** The operation as the OpenAPI document has it: `post /articles/{id}/restore`; nothing where there is none. */
export function restoredAt(
  resource: ResourceModel,
  entity: EntityModel,
): readonly string[] {
  return restores(resource, entity) ? [`post ${pathOf(resource)}`] : [];
}

/** Describes the route in the OpenAPI document; nothing where there is none. */
export function restorePaths(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): Record<string, JsonSchema> {
  const entity = findEntity(system, resource.entity);
  if (!restores(resource, entity)) return {};
  const id = {
    name: paramOf(resource),
    in: "path",
    required: true,
    description: `The id of the ${resource.name.words}.`,
    schema: { type: "string", format: "uuid" },
  };
  return {
    [pathOf(resource)]: {
      parameters: [
        ...pathParameters(resource.path, resource, api, system),
        id,
      ],
      post: {
        operationId: `restore${schemaName(resource)}`,
        tags: [resource.plural.words],
        summary: `Restore ${withArticle(resource.name.words)} that was deleted`,
        ...securityIn("restore", entity),
        responses: {
          "200": oneAnswer(resource, api),
          ...errorResponses([
            ...new Set([
              ...answersOf("action", entity, system, "restore"),
              ...(system.users ? ["401"] : []),
            ]),
          ].sort()),
        },
      },
    },
  };
}

function pathOf(resource: ResourceModel): string {
  return `${resource.path}/{${paramOf(resource)}}/restore`;
}

/** Another may have taken the key of what was deleted. */
function paramOf({ key, param }: ResourceModel): string {
  return key === "id" ? param : "deletedId";
}
