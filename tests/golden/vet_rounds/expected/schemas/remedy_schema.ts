/**
 * What clients may send about a remedy.
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
  name: text({ max: 40, notBlank: true }),
  practiceId: uuid().optional(),
};

/** The body of POST and PUT. */
export const REMEDY_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const REMEDY_PATCH: BodySchema = patchSchema(FIELDS);
