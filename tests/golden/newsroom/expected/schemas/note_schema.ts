/**
 * What clients may send about a note.
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
  text: text({ max: 10000, notBlank: true }),
  notebookId: uuid(),
  keeperId: uuid().optional(),
};

/** The body of POST and PUT. */
export const NOTE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const NOTE_PATCH: BodySchema = patchSchema(FIELDS);
