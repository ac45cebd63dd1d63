/**
 * What clients may send about a line.
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
  text: text({ max: 80, notBlank: true }),
  amount: decimal(2, { min: 0 }),
  pieces: integer({ min: 1 }).optional(),
  billId: uuid(),
};

/** The body of POST and PUT. */
export const LINE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const LINE_PATCH: BodySchema = patchSchema(FIELDS);
