/**
 * The field that stands for an entity's id in paths.
 *
 * @module
 */
import { type EntitySpec, fieldOf } from "./entity_spec.ts";
import { isFieldValue } from "./field_value.ts";
import type { FilterValue } from "./list_query.ts";

/**
 * Reads the value of an entity's key from a decoded segment of a path; undefined if the entity has no key or the text is
 * none. What looks like a UUID is an id and never comes here.
 */
export function keyValue(
  spec: EntitySpec,
  text: string,
): FilterValue | undefined {
  const field = spec.key === undefined ? undefined : fieldOf(spec, spec.key);
  if (field === undefined || text === "" || text.length > MAX_KEY_LENGTH) {
    return undefined;
  }
  if (field.kind === "integer") {
    const number = WHOLE.test(text) ? Number(text) : NaN;
    return isFieldValue(field, number) ? number : undefined;
  }
  // A text that the server makes is a slug, which has no capitals.
  const value = field.readOnly ? text.toLowerCase() : text;
  return isFieldValue(field, value) ? value : undefined;
}

/** How many characters a key in a path can have. */
export const MAX_KEY_LENGTH = 200;

/** One spelling for each number. */
const WHOLE = /^(0|[1-9]\d{0,15})$/;
