/**
 * What clients may send about an article.
 *
 * @module
 */
import {
  date,
  decimal,
  integer,
  oneOf,
  text,
  uuid,
} from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  title: text({ max: 200, notBlank: true }),
  body: text({ max: 10000 }).nullable().optional(),
  desk: oneOf(["local", "world", "sport"]),
  status: oneOf(["draft", "printed"]).optional(),
  fee: decimal(2, { min: 0 }).nullable().optional(),
  words: integer({ min: 0 }).nullable().optional(),
  printedOn: date().nullable().optional(),
  slug: text().optional(),
  note: text({ max: 10000 }).nullable().optional(),
  authorId: uuid().optional(),
};

/** The body of POST and PUT. */
export const ARTICLE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const ARTICLE_PATCH: BodySchema = patchSchema(FIELDS);
