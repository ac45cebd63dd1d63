/**
 * What clients may send about a ticket.
 *
 * @module
 */
import { oneOf, text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  title: text({ max: 120, notBlank: true }),
  slug: text().optional(),
  status: oneOf(["open", "closed"]).optional(),
  secret: text({ max: 40 }).nullable().optional(),
  customerId: uuid().optional(),
};

/** The body of POST and PUT. */
export const TICKET_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const TICKET_PATCH: BodySchema = patchSchema(FIELDS);
