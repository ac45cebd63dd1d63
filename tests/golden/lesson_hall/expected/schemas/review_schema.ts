/**
 * What clients may send about a review.
 *
 * @module
 */
import { text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  text: text({ max: 10000, notBlank: true }),
  courseId: uuid(),
  byId: uuid().optional(),
};

/** The body of POST and PUT. */
export const REVIEW_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const REVIEW_PATCH: BodySchema = patchSchema(FIELDS);
