/**
 * What clients may send about a concert.
 *
 * @module
 */
import { date, oneOf, text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  code: text({ max: 20, notBlank: true }),
  title: text({ max: 120, notBlank: true }),
  startsOn: date().nullable().optional(),
  state: oneOf(["planned", "announced", "over"]).optional(),
  program: text({ max: 10000 }).nullable().optional(),
  doorCode: text({ max: 12 }).nullable().optional(),
  leaderId: uuid().optional(),
};

/** The body of POST and PUT. */
export const CONCERT_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const CONCERT_PATCH: BodySchema = patchSchema(FIELDS);
