/**
 * What clients may send about a review.
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
  stars: integer({ min: 1, max: 5 }),
  text: text({ max: 10000, notBlank: true }),
  bookId: uuid(),
  authorId: uuid().optional(),
};

/** The body of POST and PUT. */
export const REVIEW_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const REVIEW_PATCH: BodySchema = patchSchema(FIELDS);
