/**
 * What clients may send about a stamp.
 *
 * @module
 */
import { text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  motif: text({ max: 200 }).nullable().optional(),
};

/** The body of PATCH: some of the fields. */
export const STAMP_PATCH: BodySchema = patchSchema(FIELDS);
