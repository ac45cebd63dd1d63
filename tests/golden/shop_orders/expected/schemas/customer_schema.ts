/**
 * What clients may send about a customer.
 *
 * @module
 */
import { date, email, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  name: text({ max: 80, notBlank: true }),
  email: email(),
  since: date().nullable().optional(),
};

/** The body of POST and PUT. */
export const CUSTOMER_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const CUSTOMER_PATCH: BodySchema = patchSchema(FIELDS);
