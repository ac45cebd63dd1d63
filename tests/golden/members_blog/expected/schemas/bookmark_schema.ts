/**
 * What clients may send about a bookmark.
 *
 * @module
 */
import { text, url, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  title: text({ max: 200, notBlank: true }),
  link: url().nullable().optional(),
  ownerId: uuid().optional(),
};

/** The body of POST and PUT. */
export const BOOKMARK_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const BOOKMARK_PATCH: BodySchema = patchSchema(FIELDS);
