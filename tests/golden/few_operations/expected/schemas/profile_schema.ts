/**
 * What clients may send about a profile.
 *
 * @module
 */
import { text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  name: text({ max: 200 }).nullable().optional(),
};

/** The body of PUT. */
export const PROFILE_BODY: BodySchema = entitySchema(FIELDS);
