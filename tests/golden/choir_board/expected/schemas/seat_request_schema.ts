/**
 * What clients may send about a seat request.
 *
 * @module
 */
import { integer, oneOf, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  seats: integer({ min: 1, max: 9 }),
  status: oneOf(["asked", "granted"]).optional(),
  concertId: uuid(),
  byId: uuid().optional(),
};

/** The body of POST and PUT. */
export const SEAT_REQUEST_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const SEAT_REQUEST_PATCH: BodySchema = patchSchema(FIELDS);
