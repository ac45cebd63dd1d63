/**
 * What clients may send about an assert.
 *
 * @module
 */
import { integer, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  then: text({ max: 200 }).nullable().optional(),
  name: text({ max: 200 }).nullable().optional(),
  type: text({ max: 200 }).nullable().optional(),
  index: integer().nullable().optional(),
};

/** The body of POST and PUT. */
export const ASSERT_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const ASSERT_PATCH: BodySchema = patchSchema(FIELDS);
