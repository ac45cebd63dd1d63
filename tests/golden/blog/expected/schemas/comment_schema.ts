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
  authorName: text({ max: 200 }).nullable().optional(),
  text: text({ max: 10000 }).nullable().optional(),
  postId: uuid(),
};

/** The body of POST. */
export const COMMENT_BODY: BodySchema = entitySchema(FIELDS);
