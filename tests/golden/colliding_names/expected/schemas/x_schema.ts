/**
 * What clients may send about a x.
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
  y: text({ max: 10000 }).nullable().optional(),
};

/** The body of POST and PUT. */
export const X_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const X_PATCH: BodySchema = patchSchema(FIELDS);
