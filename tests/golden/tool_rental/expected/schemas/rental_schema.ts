/**
 * What clients may send about a rental.
 *
 * @module
 */
import { dateTime, email, oneOf, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  status: oneOf(["asked", "confirmed", "cancelled"]).optional(),
  startsAt: dateTime(),
  endsAt: dateTime(),
  person: email(),
  toolId: uuid(),
};

/** The body of POST and PUT. */
export const RENTAL_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const RENTAL_PATCH: BodySchema = patchSchema(FIELDS);
