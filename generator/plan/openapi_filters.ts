/**
 * The filters of a list in the OpenAPI document.
 *
 * @module
 */
import type { EntityModel, FieldModel } from "../model/system_model.ts";
import { isFilterable } from "./entity_view.ts";
import { EMPTY_IS_NULL } from "./client_types.ts";
import { fieldSchema } from "./json_schemas.ts";
import type { JsonObject } from "./openapi_responses.ts";

/** Describes the parameters that filter an entity's list by its fields. */
export function filterParameters(entity: EntityModel): JsonObject[] {
  return entity.fields.filter((field) =>
    isFilterable(field) && !field.writeOnly
  ).map((
    field,
  ) => ({
    name: field.name,
    in: "query",
    description: filterDescription(field),
    schema: fieldSchema(field, { asFilter: true }),
  }));
}

function filterDescription(field: FieldModel): string {
  const filter = field.type === "list"
    ? `Filter by an element of ${field.name}.`
    : `Filter by ${field.name}.`;
  return field.nullable ? `${filter} ${EMPTY_IS_NULL}` : filter;
}
