/**
 * The names by which the generated code speaks of the objects inside an entity.
 *
 * @module
 */
import type { EntityModel, FieldModel } from "../model/system_model.ts";
import { wordsOf } from "../model/names.ts";
import { type Name, name } from "../../templates/safe_text.ts";

/** Lists the fields that are objects, or lists of them. */
export function objectsOf({ fields }: EntityModel): readonly FieldModel[] {
  return fields.filter(({ members }) => members);
}

/** Names the constant that lists the schemas of an entity's objects. */
export function objectsConstant(entity: EntityModel): Name {
  return name(`${entity.name.constant}_OBJECTS`);
}

/** Names the constant that holds the schema of a field that is an object. */
export function objectConstant(field: FieldModel): Name {
  return name(`${wordsOf(field.name).join("_").toUpperCase()}_OBJECT`);
}
