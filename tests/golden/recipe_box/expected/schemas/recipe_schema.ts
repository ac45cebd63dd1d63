/**
 * What clients may send about a recipe.
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
  name: text({ max: 100, notBlank: true }),
  steps: text({ max: 10000 }).nullable().optional(),
};

/** The body of POST and PUT. */
export const RECIPE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const RECIPE_PATCH: BodySchema = patchSchema(FIELDS);
