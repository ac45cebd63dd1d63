/**
 * What clients may send about a book.
 *
 * @module
 */
import { list, text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  slug: text().optional(),
  title: text({ max: 120, notBlank: true }),
  about: text({ max: 10000 }).nullable().optional(),
  tags: list(text({ max: 200 }), 10).optional(),
  addedById: uuid().optional(),
};

/** The body of POST and PUT. */
export const BOOK_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const BOOK_PATCH: BodySchema = patchSchema(FIELDS);
