/**
 * What clients may send about a badge.
 *
 * @module
 */
import { integer } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  number: integer(),
};

/** The body of POST. */
export const BADGE_BODY: BodySchema = entitySchema(FIELDS);
