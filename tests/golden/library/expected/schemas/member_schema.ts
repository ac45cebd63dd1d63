/**
 * What clients may send about a member.
 *
 * @module
 */
import { date, email, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  name: text({ max: 200, notBlank: true }),
  email: email().nullable().optional(),
  phone: text({ max: 200 }).nullable().optional(),
  joinedDate: date().nullable().optional(),
};

/** The body of POST and PUT. */
export const MEMBER_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const MEMBER_PATCH: BodySchema = patchSchema(FIELDS);
