/**
 * What clients may send about an article.
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
  title: text({ max: 200, notBlank: true }),
  body: text({ max: 10000 }).nullable().optional(),
  section: oneOf(["news", "culture", "sport"]),
  status: oneOf(["draft", "published"]).optional(),
  authorId: uuid().optional(),
};

/** The body of POST and PUT. */
export const ARTICLE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const ARTICLE_PATCH: BodySchema = patchSchema(FIELDS);
