/**
 * What clients may send about a post.
 *
 * @module
 */
import { oneOf, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  title: text({ max: 120, notBlank: true }),
  body: text({ max: 10000 }).nullable().optional(),
  status: oneOf(["draft", "published", "archived"]).optional(),
};

/** The body of POST and PUT. */
export const POST_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const POST_PATCH: BodySchema = patchSchema(FIELDS);
