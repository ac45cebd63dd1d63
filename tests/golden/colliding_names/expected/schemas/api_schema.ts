/**
 * What clients may send about an api.
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
  n: text({ max: 200 }).nullable().optional(),
};

/** The body of POST and PUT. */
export const API_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const API_PATCH: BodySchema = patchSchema(FIELDS);
