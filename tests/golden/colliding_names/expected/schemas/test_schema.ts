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
  a: integer().nullable().optional(),
  b: integer().nullable().optional(),
  c: number().nullable().optional(),
};

/** The body of POST and PUT. */
export const TEST_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const TEST_PATCH: BodySchema = patchSchema(FIELDS);
