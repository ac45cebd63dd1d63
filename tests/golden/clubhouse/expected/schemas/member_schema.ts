/**
 * What clients may send about a member.
 *
 * @module
 */
import { boolean, date, oneOf, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  nickname: text({ min: 3, max: 40, notBlank: true }),
  since: date().nullable().optional(),
  active: boolean().optional(),
  role: oneOf(["guest", "organiser"]).optional(),
};

/** The body of PUT. */
export const MEMBER_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const MEMBER_PATCH: BodySchema = patchSchema(FIELDS);
