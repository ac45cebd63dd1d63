/**
 * What clients may send about a receipt.
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
  t: text({ max: 200 }).nullable().optional(),
  xId: uuid(),
};

/** The body of POST. */
export const RECEIPT_BODY: BodySchema = entitySchema(FIELDS);
