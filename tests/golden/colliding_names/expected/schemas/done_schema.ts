/**
 * What clients may send about a done.
 *
 * @module
 */
import { oneOf } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  status: oneOf(["a", "b"]).optional(),
};

/** The body of POST and PUT. */
export const DONE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const DONE_PATCH: BodySchema = patchSchema(FIELDS);
