/**
 * What outputs and their tests do about fields that no answer shows.
 *
 * @module
 */
import type { EntityModel, FieldModel } from "../model/system_model.ts";

/** Tells whether an entity has fields that no answer shows. */
export function hidesFields({ fields }: EntityModel): boolean {
  return fields.some(isHidden);
}

/** Tells whether no answer shows a field. */
export function isHidden({ writeOnly }: FieldModel): boolean {
  return writeOnly === true;
}
