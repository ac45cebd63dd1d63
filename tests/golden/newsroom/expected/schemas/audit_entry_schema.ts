/**
 * What clients may send about an audit entry.
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
  event: text({ max: 200, notBlank: true }),
};

/** The body of POST and PUT. */
export const AUDIT_ENTRY_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const AUDIT_ENTRY_PATCH: BodySchema = patchSchema(FIELDS);
