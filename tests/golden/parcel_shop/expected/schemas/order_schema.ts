/**
 * What clients may send about an order.
 *
 * @module
 */
import { boolean, decimal, integer, oneOf, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  customer: text({ max: 80, notBlank: true }),
  weightGrams: integer({ min: 1, max: 40000 }),
  zone: oneOf(["domestic", "europe", "world"]),
  subtotal: decimal(2, { min: 0 }),
  express: boolean().optional(),
  status: oneOf(["open", "shipped"]).optional(),
  shippingCost: decimal(2).nullable().optional(),
};

/** The body of POST and PUT. */
export const ORDER_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const ORDER_PATCH: BodySchema = patchSchema(FIELDS);
