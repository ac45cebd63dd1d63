/**
 * What clients may send about a ticket.
 *
 * @module
 */
import {
  date,
  decimal,
  email,
  integer,
  list,
  oneOf,
  sortedList,
  text,
  uuid,
} from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  number: integer().optional(),
  title: text({ max: 120, notBlank: true }),
  labels: list(text({ max: 40, pattern: new RegExp("^(?:[a-z-]+)$", "u") }), 20)
    .optional(),
  estimates: list(decimal(1, { min: 0, max: 100 }), 100).optional(),
  watchers: list(email(), 100),
  days: list(oneOf(["mon", "tue", "wed", "thu", "fri"]), 100).optional(),
  dueDates: sortedList(date(), 100).optional(),
  assigneeId: uuid().nullable().optional(),
};

/** The body of POST and PUT. */
export const TICKET_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const TICKET_PATCH: BodySchema = patchSchema(FIELDS);
