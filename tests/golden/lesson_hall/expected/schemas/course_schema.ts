/**
 * What clients may send about a course.
 *
 * @module
 */
import { oneOf, text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  code: text({ max: 20, notBlank: true }),
  title: text({ max: 120, notBlank: true }),
  state: oneOf(["draft", "open", "closed"]).optional(),
  leadId: uuid().optional(),
  placeId: uuid().nullable().optional(),
};

/** The body of POST and PUT. */
export const COURSE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const COURSE_PATCH: BodySchema = patchSchema(FIELDS);
