/**
 * What clients may send about a notebook.
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
  name: text({ max: 100, notBlank: true }),
  keeperId: uuid().optional(),
};

/** The body of POST and PUT. */
export const NOTEBOOK_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const NOTEBOOK_PATCH: BodySchema = patchSchema(FIELDS);
