/**
 * What clients may send about a member.
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
  username: text({ max: 40, notBlank: true }),
  name: text({ max: 80 }).nullable().optional(),
};

/** The body of POST and PUT. */
export const MEMBER_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const MEMBER_PATCH: BodySchema = patchSchema(FIELDS);
