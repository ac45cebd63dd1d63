/**
 * What clients may send about an order.
 *
 * @module
 */
import {
  boolean,
  date,
  dateTime,
  decimal,
  integer,
  json,
  number,
  oneOf,
  text,
  time,
  uuid,
} from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  number: text({ max: 20, notBlank: true }),
  total: decimal(2, { min: 0 }),
  weight: number().nullable().optional(),
  units: integer({ min: 1 }).optional(),
  status: oneOf(["open", "paid", "shipped"]).optional(),
  express: boolean().optional(),
  dueOn: date().nullable().optional(),
  paidAt: dateTime().nullable().optional(),
  callAt: time().nullable().optional(),
  note: text({ max: 10000 }).nullable().optional(),
  extra: json().nullable().optional(),
  customerId: uuid(),
  replacesId: uuid().nullable().optional(),
};

/** The body of POST and PUT. */
export const ORDER_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const ORDER_PATCH: BodySchema = patchSchema(FIELDS);
