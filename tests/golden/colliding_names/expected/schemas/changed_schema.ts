/**
 * What clients may send about a changed.
 *
 * @module
 */
import { text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  uu: text({ max: 200, pattern: new RegExp("^(?:[A-Z]{3})$", "u") }).nullable()
    .optional(),
};

/** The body of POST and PUT. */
export const CHANGED_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const CHANGED_PATCH: BodySchema = patchSchema(FIELDS);
