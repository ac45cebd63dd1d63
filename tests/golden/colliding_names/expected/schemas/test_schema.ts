/**
 * What clients may send about a test.
 *
 * @module
 */
import { integer, number } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  a: integer({ min: 5000000000 }).nullable().optional(),
  b: integer({ max: -5000000 }).nullable().optional(),
  c: number({ min: 0, max: 0.001 }).nullable().optional(),
};

/** The body of POST and PUT. */
export const TEST_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const TEST_PATCH: BodySchema = patchSchema(FIELDS);
