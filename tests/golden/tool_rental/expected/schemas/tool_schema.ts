/**
 * What clients may send about a tool.
 *
 * @module
 */
import { boolean, text } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  name: text({ max: 80, notBlank: true }),
  broken: boolean().optional(),
};

/** The body of POST and PUT. */
export const TOOL_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const TOOL_PATCH: BodySchema = patchSchema(FIELDS);
