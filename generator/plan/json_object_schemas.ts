/**
 * Builds the JSON Schemas of the objects inside an entity: as they are answered, and as they are sent.
 *
 * @module
 */
import type { EntityModel, FieldModel } from "../model/system_model.ts";
import { elementField, sentence } from "./entity_view.ts";
import { fieldSchema, type JsonSchema } from "./json_schemas.ts";
import { schemaRef } from "./openapi_responses.ts";

/** Where an object stands: in an answer, in a whole body, or in a merge patch. */
export type ObjectUse = "answer" | "body" | "patch";

/** Describes a field that is an object, or a list of them; answers refer to a schema of the document. */
export function objectSchema(field: FieldModel, as: ObjectUse): JsonSchema {
  if (field.type !== "list") {
    const schema = as === "answer"
      ? schemaRef(field.objectName ?? "")
      : membersSchema(field, as);
    return field.nullable ? { anyOf: [schema, { type: "null" }] } : schema;
  }
  // A merge patch replaces a list as a whole.
  const items = objectSchema(
    { ...elementField(field), nullable: false },
    as === "answer" ? as : "body",
  );
  return {
    type: "array",
    items,
    maxItems: field.maxItems,
    ...(field.required || as === "answer" ? {} : { default: [] }),
  };
}

/** Describes all objects inside entities, as they are answered, by the names of their types. */
export function objectSchemas(
  entities: readonly EntityModel[],
): Record<string, JsonSchema> {
  const describe = (field: FieldModel): [string, JsonSchema][] =>
    field.members === undefined ? [] : [
      ...field.members.flatMap(describe),
      [field.objectName ?? "", membersSchema(field, "answer")],
    ];
  return Object.fromEntries(
    entities.flatMap(({ fields }) => fields.flatMap(describe)),
  );
}

function membersSchema(field: FieldModel, as: ObjectUse): JsonSchema {
  const members = field.members ?? [];
  const required = members.filter(({ required }) =>
    as === "answer" || as === "body" && required
  );
  return {
    type: "object",
    ...(as === "answer" ? { description: sentence(field.description) } : {}),
    additionalProperties: false,
    ...(required.length === 0
      ? {}
      : { required: required.map(({ name }) => name) }),
    properties: Object.fromEntries(
      members.map((member) => [
        member.name,
        fieldSchema(as === "patch" ? cleared(member) : member, { as }),
      ]),
    ),
  };
}

/** Null takes a member out of an object that is patched. */
function cleared(member: FieldModel): FieldModel {
  return member.required || member.type === "list"
    ? member
    : { ...member, nullable: true };
}
