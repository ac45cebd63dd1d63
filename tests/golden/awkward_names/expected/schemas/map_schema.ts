/**
 * What clients may send about a map.
 *
 * @module
 */
import { number, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  function: text({ max: 200, notBlank: true }),
  return: number().nullable().optional(),
};

/** The body of POST. */
export const MAP_BODY: BodySchema = entitySchema(FIELDS);
