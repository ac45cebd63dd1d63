/**
 * What clients may send about a group.
 *
 * @module
 */
import { boolean, integer, oneOf, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  order: integer().nullable().optional(),
  select: text({ max: 200, notBlank: true }),
  class: oneOf(["it's", 'say "hi"', "`tick`", "${x}", "*/"]).optional(),
  default: text({ max: 10000 }).optional(),
  newValue: boolean().optional(),
};

/** The body of POST and PUT. */
export const GROUP_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const GROUP_PATCH: BodySchema = patchSchema(FIELDS);
