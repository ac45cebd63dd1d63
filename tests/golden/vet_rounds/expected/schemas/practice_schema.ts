/**
 * What clients may send about a practice.
 *
 * @module
 */
import { date, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  name: text({ max: 80, notBlank: true }),
  openSince: date().nullable().optional(),
};

/** The body of PUT. */
export const PRACTICE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const PRACTICE_PATCH: BodySchema = patchSchema(FIELDS);
