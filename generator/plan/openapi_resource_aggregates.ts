/**
 * What the entities of a resource's list come to, in the OpenAPI document of an API of its own shape.
 *
 * @module
 */
import { fieldName } from "../model/api_naming.ts";
import type { ApiModel, ResourceModel } from "../model/api_model.ts";
import { keyShown } from "../model/resource_aggregates.ts";
import type {
  AggregateModel,
  EntityModel,
  SystemModel,
} from "../model/system_model.ts";
import { answersOf } from "./answers.ts";
import { findEntity } from "./component_views.ts";
import type { JsonSchema } from "./json_schemas.ts";
import {
  AGGREGATE_MEASURES,
  COUNT_SCHEMA,
  groupsAnswer,
  keySchema,
  measureSchema,
  partSchema,
} from "./openapi_aggregates.ts";
import { securityIn } from "./openapi_answers.ts";
import { listParameters } from "./openapi_parameters.ts";
import { schemaName, shownSchema } from "./openapi_resource_schemas.ts";
import { errorResponses, type JsonObject } from "./openapi_responses.ts";

/** Describes what is asked of each aggregate, by its path. */
export function resourceAggregateOperations(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): Readonly<Record<string, JsonObject>> {
  const entity = findEntity(system, resource.entity);
  const parameters = listParameters(resource, entity, api, system)
    .filter(({ name }) => !OF_LISTS.has(String(name)));
  const errors = [
    ...answersOf("list", entity, system),
    ...(resource.parent ? ["404"] : []),
    ...(system.users ? ["401"] : []), // a token that is not valid is nobody's
  ];
  return Object.fromEntries(
    resource.aggregates.map((aggregate) => [
      `${resource.path}/${aggregate.name.kebab}`,
      {
        operationId: `${aggregate.name.camel}Of${schemaName(resource)}`,
        tags: [resource.plural.words],
        summary: aggregate.description,
        ...securityIn("list", entity),
        parameters,
        responses: {
          "200": groupsAnswer(groupName(resource, aggregate)),
          ...errorResponses([...new Set(errors)].sort()),
        },
      },
    ]),
  );
}

/** Describes the groups of a resource's aggregates, by their names. */
export function resourceGroupSchemas(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): Record<string, JsonSchema> {
  const entity = findEntity(system, resource.entity);
  return Object.fromEntries(
    resource.aggregates.map((aggregate) => {
      const properties = {
        ...keySchemas(aggregate, resource, entity, system),
        count: COUNT_SCHEMA,
        ...measureSchemas(aggregate, resource, entity, api),
      };
      return [groupName(resource, aggregate), {
        type: "object",
        description: `A group of ${resource.plural.words}.`,
        required: Object.keys(properties),
        properties,
      }];
    }),
  );
}

function groupName(
  resource: ResourceModel,
  { name }: AggregateModel,
): string {
  return `${schemaName(resource)}${name.pascal}Group`;
}

/** What those of a group have in common looks as it does in the list. */
function keySchemas(
  { by }: AggregateModel,
  { shows }: ResourceModel,
  entity: EntityModel,
  system: SystemModel,
): Record<string, JsonSchema> {
  return Object.fromEntries(by.flatMap(({ field, part }) => {
    const shown = keyShown(field, shows);
    if (shown === undefined) return [];
    if (part !== undefined) {
      return [[shown.name, partSchema(entity, field, part)]];
    }
    if (shown.kind === "field") return [[shown.name, keySchema(entity, field)]];
    const { properties } = shownSchema([shown], entity, system, "");
    return Object.entries(properties as Record<string, JsonSchema>);
  }));
}

function measureSchemas(
  aggregate: AggregateModel,
  { shows }: ResourceModel,
  entity: EntityModel,
  api: ApiModel,
): Record<string, JsonSchema> {
  return Object.fromEntries(
    AGGREGATE_MEASURES.filter((one) => aggregate[one].length > 0)
      .map((measure) => {
        const fields = aggregate[measure].map((field) =>
          [
            fieldName(api, shows, field),
            measureSchema(entity, field, measure),
          ] as const
        );
        return [measure, {
          type: "object",
          required: fields.map(([name]) => name),
          properties: Object.fromEntries(fields),
        }];
      }),
  );
}

/** What orders, pages and searches a list. */
const OF_LISTS: ReadonlySet<string> = new Set([
  "limit",
  "offset",
  "cursor",
  "sort",
  "q",
]);
