/**
 * What clients may send about a badge.
 *
 * @module
 */
import { oneOf, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  color: oneOf(["red", "green"]).optional(),
  employeeId: uuid(),
  replacesId: uuid().nullable().optional(),
};

/** The body of POST and PUT. */
export const BADGE_BODY: BodySchema = entitySchema(FIELDS);
