/**
 * What clients may send about a book.
 *
 * @module
 */
import { integer, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  title: text({ max: 200, notBlank: true }),
  author: text({ max: 200 }).nullable().optional(),
  isbn: text({ max: 200 }).nullable().optional(),
  publishedYear: integer().nullable().optional(),
  numberOfCopies: integer({ min: 0 }).nullable().optional(),
};

/** The body of POST and PUT. */
export const BOOK_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const BOOK_PATCH: BodySchema = patchSchema(FIELDS);
