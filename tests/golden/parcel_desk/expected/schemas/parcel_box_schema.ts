/**
 * What clients may send about a parcel box.
 *
 * @module
 */
import { date, integer, text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  boxNumber: text({ max: 200, notBlank: true }),
  dueOn: date().nullable().optional(),
  weightGrams: integer({ min: 0 }).nullable().optional(),
  gateCode: text({ max: 12 }).nullable().optional(),
  senderOfId: uuid().optional(),
};

/** The body of POST and PUT. */
export const PARCEL_BOX_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const PARCEL_BOX_PATCH: BodySchema = patchSchema(FIELDS);
