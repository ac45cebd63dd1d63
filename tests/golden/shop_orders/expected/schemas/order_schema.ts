/**
 * What clients may send about an order.
 *
 * @module
 */
import {
  boolean,
  dateTime,
  decimal,
  integer,
  json,
  number,
  oneOf,
  text,
  time,
  url,
  uuid,
} from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  number: text({
    max: 200,
    pattern: new RegExp("^(?:[A-Z]{2}-[0-9]{4})$", "u"),
    notBlank: true,
  }),
  status: oneOf(["open", "paid", "shipped", "cancelled"]).optional(),
  total: decimal(2, { min: 0 }).optional(),
  weight: number({ min: 0, max: 1000 }).nullable().optional(),
  items: integer({ min: 1, max: 99 }).optional(),
  gift: boolean().optional(),
  paidAt: dateTime().nullable().optional(),
  pickup: time().nullable().optional(),
  tracking: url().nullable().optional(),
  extras: json().nullable().optional(),
  customerId: uuid(),
  referrerId: uuid().nullable().optional(),
};

/** The body of POST and PUT. */
export const ORDER_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const ORDER_PATCH: BodySchema = patchSchema(FIELDS);
