/**
 * What clients may send about an event.
 *
 * @module
 */
import { oneOf, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  title: text({ max: 200, notBlank: true }),
  state: oneOf(["planned", "open", "over"]).optional(),
};

/** The body of POST and PUT. */
export const EVENT_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const EVENT_PATCH: BodySchema = patchSchema(FIELDS);
