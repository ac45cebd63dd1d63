/**
 * What clients may send about a visit.
 *
 * @module
 */
import { date, decimal, integer, json, text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  number: integer().optional(),
  reason: text({ max: 120, notBlank: true }),
  fee: decimal(2, { min: 0 }),
  dueOn: date().nullable().optional(),
  xRay: json().nullable().optional(),
  practiceId: uuid().optional(),
  animalId: uuid(),
  byId: uuid().optional(),
  helperId: uuid().nullable().optional(),
};

/** The body of POST and PUT. */
export const VISIT_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const VISIT_PATCH: BodySchema = patchSchema(FIELDS);
