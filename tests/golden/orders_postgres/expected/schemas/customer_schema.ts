/**
 * What clients may send about a customer.
 *
 * @module
 */
import { date, email, text, url } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  email: email(),
  name: text({ max: 120, notBlank: true }),
  born: date().nullable().optional(),
  website: url().nullable().optional(),
};

/** The body of POST and PUT. */
export const CUSTOMER_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const CUSTOMER_PATCH: BodySchema = patchSchema(FIELDS);
