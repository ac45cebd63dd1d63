/**
 * What clients may send about a loan.
 *
 * @module
 */
import { boolean, date, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  dueDate: date().nullable().optional(),
  returned: boolean().optional(),
  bookId: uuid(),
  memberId: uuid(),
};

/** The body of POST and PUT. */
export const LOAN_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const LOAN_PATCH: BodySchema = patchSchema(FIELDS);
