/**
 * What clients may send about a page.
 *
 * @module
 */
import { text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  title: text({ max: 200, notBlank: true }),
  slug: text().optional(),
};

/** The body of POST and PUT. */
export const PAGE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const PAGE_PATCH: BodySchema = patchSchema(FIELDS);
