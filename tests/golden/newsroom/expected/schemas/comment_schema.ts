/**
 * What clients may send about a comment.
 *
 * @module
 */
import { text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  text: text({ max: 2000, notBlank: true }),
  articleId: uuid(),
  writerId: uuid().optional(),
};

/** The body of POST. */
export const COMMENT_BODY: BodySchema = entitySchema(FIELDS);
