/**
 * What clients may send about a tip.
 *
 * @module
 */
import { text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  text: text({ max: 5000, notBlank: true }),
  senderId: uuid().nullable().optional(),
};

/** The body of POST and PUT. */
export const TIP_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const TIP_PATCH: BodySchema = patchSchema(FIELDS);
