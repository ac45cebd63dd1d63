/**
 * What clients may send about a withdrawal.
 *
 * @module
 */
import { integer, oneOf, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  quantity: integer({ min: 1, max: 100 }),
  status: oneOf(["planned", "taken"]).optional(),
  productId: uuid(),
};

/** The body of POST and PUT. */
export const WITHDRAWAL_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const WITHDRAWAL_PATCH: BodySchema = patchSchema(FIELDS);
