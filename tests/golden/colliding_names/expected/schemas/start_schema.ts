/**
 * What clients may send about a start.
 *
 * @module
 */
import { decimal } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  d: decimal(2, { min: 0, max: 0.5 }),
};

/** The body of POST and PUT. */
export const START_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const START_PATCH: BodySchema = patchSchema(FIELDS);
