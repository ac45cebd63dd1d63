/**
 * What clients may send about an article.
 *
 * @module
 */
import { decimal, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  title: text({ max: 80, notBlank: true }),
  price: decimal(2, { min: 0 }),
};

/** The body of POST and PUT. */
export const ARTICLE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const ARTICLE_PATCH: BodySchema = patchSchema(FIELDS);
