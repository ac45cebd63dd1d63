/**
 * What clients may send about a box note.
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
  bodyText: text({ max: 10000, notBlank: true }),
  parcelBoxId: uuid(),
};

/** The body of POST and PUT. */
export const BOX_NOTE_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const BOX_NOTE_PATCH: BodySchema = patchSchema(FIELDS);
