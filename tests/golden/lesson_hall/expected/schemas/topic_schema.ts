/**
 * What clients may send about a topic.
 *
 * @module
 */
import { boolean, text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  name: text({ max: 40, notBlank: true }),
  approved: boolean().optional(),
  proposerId: uuid().optional(),
};

/** The body of POST and PUT. */
export const TOPIC_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const TOPIC_PATCH: BodySchema = patchSchema(FIELDS);
