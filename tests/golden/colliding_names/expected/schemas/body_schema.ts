/**
 * What clients may send about a body.
 *
 * @module
 */
import { boolean, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  enabled: boolean().nullable().optional(),
  name: text({ max: 200, notBlank: true }),
};

/** The body of POST and PUT. */
export const BODY_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const BODY_PATCH: BodySchema = patchSchema(FIELDS);
