/**
 * What clients may send about a user.
 *
 * @module
 */
import { email, oneOf, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  email: email(),
  fullName: text({ max: 200, notBlank: true }),
  doorPin: text({ min: 4, max: 8, notBlank: true }),
  role: oneOf(["clerk", "boss"]).optional(),
};

/** The body of PUT. */
export const USER_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const USER_PATCH: BodySchema = patchSchema(FIELDS);
