/**
 * What clients may send about a ticket.
 *
 * @module
 */
import { text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  code: text({ max: 200, notBlank: true }),
  seat: text({ max: 200 }).nullable().optional(),
};

/** The body of POST and PUT. */
export const TICKET_BODY: BodySchema = entitySchema(FIELDS);
