/**
 * What clients may send about a signup.
 *
 * @module
 */
import { email } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  email: email(),
};

/** The body of POST. */
export const SIGNUP_BODY: BodySchema = entitySchema(FIELDS);
