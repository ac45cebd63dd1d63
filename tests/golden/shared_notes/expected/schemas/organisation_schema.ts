/**
 * What clients may send about an organisation.
 *
 * @module
 */
import { text, url } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  name: text({ max: 80, notBlank: true }),
  site: url().nullable().optional(),
};

/** The body of PUT. */
export const ORGANISATION_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const ORGANISATION_PATCH: BodySchema = patchSchema(FIELDS);
