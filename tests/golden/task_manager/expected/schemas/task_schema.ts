/**
 * What clients may send about a task.
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
  title: text({ max: 200, notBlank: true }),
  description: text({ max: 10000 }).nullable().optional(),
  completed: boolean().optional(),
};

/** The body of POST and PUT. */
export const TASK_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const TASK_PATCH: BodySchema = patchSchema(FIELDS);
