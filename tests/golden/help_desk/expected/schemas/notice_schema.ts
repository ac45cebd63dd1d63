/**
 * What clients may send about a notice.
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
  text: text({ max: 10000, notBlank: true }),
  draft: boolean().optional(),
};

/** The body of POST and PUT. */
export const NOTICE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const NOTICE_PATCH: BodySchema = patchSchema(FIELDS);
