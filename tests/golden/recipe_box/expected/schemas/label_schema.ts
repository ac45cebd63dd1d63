/**
 * What clients may send about a label.
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
  word: text({ max: 40, notBlank: true }),
};

/** The body of POST. */
export const LABEL_BODY: BodySchema = entitySchema(FIELDS);
