/**
 * What clients may send about a note.
 *
 * @module
 */
import { boolean, text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  text: text({ max: 10000, notBlank: true }),
  pinned: boolean().optional(),
  organisationId: uuid().optional(),
  notebookId: uuid(),
  authorId: uuid().optional(),
  reviewerId: uuid().nullable().optional(),
};

/** The body of POST and PUT. */
export const NOTE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const NOTE_PATCH: BodySchema = patchSchema(FIELDS);
