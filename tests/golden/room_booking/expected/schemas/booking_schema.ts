/**
 * What clients may send about a booking.
 *
 * @module
 */
import { dateTime, email, oneOf, text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  startsAt: dateTime(),
  status: oneOf(["asked", "granted", "refused"]).optional(),
  guest: email(),
  seat: text({ max: 10 }).nullable().optional(),
  roomId: uuid(),
};

/** The body of POST and PUT. */
export const BOOKING_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const BOOKING_PATCH: BodySchema = patchSchema(FIELDS);
