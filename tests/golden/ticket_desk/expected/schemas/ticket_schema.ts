/**
 * What clients may send about a ticket.
 *
 * @module
 */
import { dateTime, oneOf, text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  seat: text({ max: 10, notBlank: true }),
  status: oneOf(["sold", "used"]).optional(),
  usedAt: dateTime().nullable().optional(),
  pin: text({ max: 20 }).nullable().optional(),
  eventId: uuid(),
};

/** The body of POST and PUT. */
export const TICKET_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const TICKET_PATCH: BodySchema = patchSchema(FIELDS);
