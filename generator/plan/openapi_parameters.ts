/**
 * The parameters of resources in the OpenAPI document.
 *
 * @module
 */
import type { ApiModel, ResourceModel } from "../model/api_model.ts";
import { resourceNamed } from "../model/api_context.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { findEntity } from "./component_views.ts";
import { isFilterable, isSortable } from "./entity_view.ts";
import { fieldSchema, type JsonSchema, SERVER_FIELDS } from "./json_schemas.ts";
import type { JsonObject } from "./openapi_responses.ts";
import { searchDescription, searchedFields } from "./search_view.ts";

/** Lists what the query of a list can say. */
export function listParameters(
  resource: ResourceModel,
  entity: EntityModel,
  { paging }: ApiModel,
  system: SystemModel,
): JsonObject[] {
  const fields = resource.shows.flatMap((shown) => {
    const field = shown.kind === "field"
      ? entity.fields.find(({ name }) => name === shown.field)
      : undefined;
    return field ? [{ shown: shown.name, field }] : [];
  });
  const sortable = [
    ...resource.shows.flatMap((shown) =>
      shown.kind === "field" && Object.hasOwn(SERVER_FIELDS, shown.field)
        ? [shown.name]
        : []
    ),
    ...fields.filter(({ field }) => isSortable(field)).map(({ shown }) =>
      shown
    ),
  ];
  const parameter = (
    name: string,
    description: string,
    schema: JsonSchema,
  ) => ({
    name,
    in: "query",
    description,
    schema,
  });
  const { limit, most } = paging;
  return [
    parameter("limit", "How many at most.", {
      type: "integer",
      minimum: 1,
      ...(paging.above === "cut" ? {} : { maximum: most }),
      default: limit,
    }),
    paging.style === "offset"
      ? parameter("offset", "How many to skip.", {
        type: "integer",
        minimum: 0,
        default: 0,
      })
      : parameter("cursor", "The nextCursor of the page before.", {
        type: "string",
      }),
    parameter(
      "sort",
      `At most 4 names to sort by, in order; a leading - means largest first. They can be any of ${
        sortable.join(", ")
      }.`,
      { type: "string" },
    ),
    ...(isSearched(resource, entity)
      ? [parameter("q", searchDescription(entity), {
        type: "string",
        maxLength: 200,
      })]
      : []),
    ...(resource.filters
      ? resource.filters.map((filter) => {
        if (filter.kind === "field") {
          const field = entity.fields.find(({ name }) => name === filter.field);
          const schema = field ? fieldSchema(field, { asFilter: true }) : {};
          return parameter(
            filter.name,
            `Only with this ${filter.field}.`,
            schema,
          );
        }
        const other = filter.kind === "linked"
          ? filter.link.entity
          : filter.entity;
        const of = findEntity(system, other).name.words;
        const how = filter.kind === "marked"
          ? `Only what the ${of} with this ${filter.by} has marked.`
          : `Only what belongs to the ${of} with this ${filter.by}.`;
        return parameter(filter.name, how, { type: "string" });
      })
      : fields.filter(({ field }) => isFilterable(field)).map((
        { shown, field },
      ) =>
        parameter(
          shown,
          `Only with this ${shown}.`,
          fieldSchema(field, { asFilter: true }),
        )
      )),
  ];
}

/** Lists the keys in a path. */
export function pathParameters(
  path: string,
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): JsonObject[] {
  const chain: ResourceModel[] = [];
  for (
    let one: ResourceModel | undefined = resource;
    one;
    one = one.parent && resourceNamed(api, one.parent.resource)
  ) {
    chain.unshift(one);
  }
  return chain.filter(({ param }) => path.includes(`{${param}}`)).map((one) => {
    const entity = findEntity(system, one.entity);
    const field = entity.fields.find(({ name }) => name === one.key);
    return {
      name: one.param,
      in: "path",
      required: true,
      description: `The ${one.key} of the ${one.name.words}.`,
      schema: field
        ? { type: fieldSchema(field, { asFilter: true }).type }
        : { type: "string", format: "uuid" },
    };
  });
}

/** What a search finds by fields that clients do not see would tell of them: such a list has none. */
function isSearched(
  { shows }: ResourceModel,
  entity: EntityModel,
): boolean {
  const seen = new Set(
    shows.flatMap((shown) => shown.kind === "field" ? [shown.field] : []),
  );
  const searched = searchedFields(entity);
  return searched.length > 0 && searched.every(({ name }) => seen.has(name));
}
