/**
 * What clients may send about a bill.
 *
 * @module
 */
import { date, oneOf, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  code: text({ max: 20, notBlank: true }),
  payer: text({ max: 80, notBlank: true }),
  status: oneOf(["open", "paid"]).optional(),
  dueOn: date().nullable().optional(),
  inner: text({ max: 40 }).nullable().optional(),
};

/** The body of POST and PUT. */
export const BILL_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const BILL_PATCH: BodySchema = patchSchema(FIELDS);
