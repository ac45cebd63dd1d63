/**
 * What clients may send about a client.
 *
 * @module
 */
import { decimal, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  name: text({ max: 80, notBlank: true }),
  credit: decimal(2, { min: 0, max: 500 }).optional(),
};

/** The body of POST and PUT. */
export const CLIENT_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const CLIENT_PATCH: BodySchema = patchSchema(FIELDS);
