/**
 * What clients may send about a shift.
 *
 * @module
 */
import { date } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  firstDay: date().nullable().optional(),
  freeDay: date().nullable().optional(),
};

/** The body of POST and PUT. */
export const SHIFT_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const SHIFT_PATCH: BodySchema = patchSchema(FIELDS);
