/**
 * What clients may send about a room.
 *
 * @module
 */
import { integer, oneOf, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  building: text({ max: 40, notBlank: true }),
  number: integer({ min: 1, max: 999 }),
  kind: oneOf(["office", "hall", "lab"]).optional(),
};

/** The body of POST and PUT. */
export const ROOM_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const ROOM_PATCH: BodySchema = patchSchema(FIELDS);
