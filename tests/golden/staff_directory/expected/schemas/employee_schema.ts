/**
 * What clients may send about an employee.
 *
 * @module
 */
import { email, text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  name: text({ max: 80, notBlank: true }),
  email: email(),
  managerId: uuid().nullable().optional(),
  buddyId: uuid().nullable().optional(),
};

/** The body of POST and PUT. */
export const EMPLOYEE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const EMPLOYEE_PATCH: BodySchema = patchSchema(FIELDS);
