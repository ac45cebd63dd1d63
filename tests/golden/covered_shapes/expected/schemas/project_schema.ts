/**
 * What clients may send about a project.
 *
 * @module
 */
import { text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  name: text({ max: 200, notBlank: true }),
};

/** The body of POST and PUT. */
export const PROJECT_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const PROJECT_PATCH: BodySchema = patchSchema(FIELDS);
