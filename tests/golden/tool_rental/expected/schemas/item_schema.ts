/**
 * What clients may send about an item.
 *
 * @module
 */
import { integer, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  name: text({ max: 80, notBlank: true }),
  stock: integer({ min: 0 }).optional(),
};

/** The body of POST and PUT. */
export const ITEM_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const ITEM_PATCH: BodySchema = patchSchema(FIELDS);
