/**
 * What clients may send about a reader.
 *
 * @module
 */
import { email, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  email: email(),
  name: text({ max: 60, notBlank: true }),
  about: text({ max: 10000 }).optional(),
};

/** The body of PUT. */
export const READER_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const READER_PATCH: BodySchema = patchSchema(FIELDS);
