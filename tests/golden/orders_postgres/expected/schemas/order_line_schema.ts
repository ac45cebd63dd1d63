/**
 * What clients may send about an order line.
 *
 * @module
 */
import { decimal, integer, text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  product: text({ max: 100, notBlank: true }),
  quantity: integer({ min: 1 }),
  price: decimal(2, { min: 0 }),
  orderId: uuid(),
};

/** The body of POST and PUT. */
export const ORDER_LINE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const ORDER_LINE_PATCH: BodySchema = patchSchema(FIELDS);
