/**
 * What clients may send about a tag.
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
  handle: text().optional(),
  label: text({ max: 60, notBlank: true }),
};

/** The body of POST and PUT. */
export const TAG_BODY: BodySchema = entitySchema(FIELDS);
