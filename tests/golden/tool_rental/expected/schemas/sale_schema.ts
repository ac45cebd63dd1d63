/**
 * What clients may send about a sale.
 *
 * @module
 */
import { decimal, integer, oneOf, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  status: oneOf(["open", "placed", "cancelled"]).optional(),
  quantity: integer({ min: 1, max: 20 }),
  points: decimal(1, { min: 0 }).optional(),
  itemId: uuid(),
  clientId: uuid().nullable().optional(),
};

/** The body of POST and PUT. */
export const SALE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const SALE_PATCH: BodySchema = patchSchema(FIELDS);
