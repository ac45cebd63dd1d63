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
  name: text({ max: 60, notBlank: true }),
  role: oneOf(["learner", "teacher"]).optional(),
};

/** The body of PUT. */
export const USER_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const USER_PATCH: BodySchema = patchSchema(FIELDS);
