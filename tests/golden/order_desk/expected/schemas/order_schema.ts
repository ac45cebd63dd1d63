/**
 * What clients may send about an order.
 *
 * @module
 */
import { json, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";
import { mergeable } from "../kit/embedded_object.ts";
import {
  ADDRESS_OBJECT,
  BILLING_OBJECT,
  LINES_OBJECT,
} from "./order_objects.ts";

const FIELDS: Fields = {
  number: text({ max: 200, notBlank: true }),
  address: ADDRESS_OBJECT,
  lines: LINES_OBJECT.optional(),
  billing: BILLING_OBJECT.nullable().optional(),
  receipt: json().nullable().optional(),
};

/** The body of POST and PUT. */
export const ORDER_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const ORDER_PATCH: BodySchema = patchSchema({
  ...FIELDS,
  address: mergeable(),
  billing: mergeable().nullable(),
});
