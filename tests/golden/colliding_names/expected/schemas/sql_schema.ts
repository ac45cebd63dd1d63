/**
 * What clients may send about a sql.
 *
 * @module
 */
import { text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  s: text({ max: 200, notBlank: true }),
  apiId: uuid(),
};

/** The body of POST and PUT. */
export const SQL_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const SQL_PATCH: BodySchema = patchSchema(FIELDS);
