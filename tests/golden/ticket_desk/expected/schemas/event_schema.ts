/**
 * What clients may send about an event.
 *
 * @module
 */
import { text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  title: text({ max: 80, notBlank: true }),
};

/** The body of POST and PUT. */
export const EVENT_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const EVENT_PATCH: BodySchema = patchSchema(FIELDS);
