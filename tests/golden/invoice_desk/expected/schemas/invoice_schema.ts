/**
 * What clients may send about an invoice.
 *
 * @module
 */
import { dateTime, oneOf, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  number: text({ max: 20, notBlank: true }),
  status: oneOf(["draft", "sent", "paid"]).optional(),
  sentAt: dateTime().nullable().optional(),
  accessCode: text({ max: 20 }).nullable().optional(),
};

/** The body of POST and PUT. */
export const INVOICE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const INVOICE_PATCH: BodySchema = patchSchema(FIELDS);
