/**
 * What clients may send about an invoice line.
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
  description: text({ max: 200, notBlank: true }),
  quantity: integer({ min: 1 }),
  unitPrice: decimal(2, { min: 0 }),
  discount: decimal(2).optional(),
  taxRate: decimal(3).nullable().optional(),
  amount: decimal(2).optional(),
  tax: decimal(2).nullable().optional(),
  total: decimal(2).nullable().optional(),
  perPiece: decimal(4).optional(),
  invoiceId: uuid(),
};

/** The body of POST and PUT. */
export const INVOICE_LINE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const INVOICE_LINE_PATCH: BodySchema = patchSchema(FIELDS);
