/**
 * What clients may send about an article.
 *
 * @module
 */
import { list, oneOf, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  slug: text().optional(),
  title: text({ max: 120, notBlank: true }),
  body: text({ max: 10000, notBlank: true }),
  teaser: text({ max: 300 }).nullable().optional(),
  topics: list(text({ max: 30 }), 5).optional(),
  status: oneOf(["draft", "published"]).optional(),
};

/** The body of POST and PUT. */
export const ARTICLE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const ARTICLE_PATCH: BodySchema = patchSchema(FIELDS);
