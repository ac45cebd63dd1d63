/**
 * What clients may send about a lesson.
 *
 * @module
 */
import { integer, text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  number: integer().optional(),
  title: text({ max: 120, notBlank: true }),
  minutes: integer({ min: 1 }),
  courseId: uuid(),
};

/** The body of POST and PUT. */
export const LESSON_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const LESSON_PATCH: BodySchema = patchSchema(FIELDS);
