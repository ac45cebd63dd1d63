/**
 * What clients may send about an animal.
 *
 * @module
 */
import { json, list, oneOf, text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  chip: text({ max: 20, notBlank: true }),
  nickname: text({ max: 40, notBlank: true }),
  kind: oneOf(["cat", "dog", "horse"]),
  state: oneOf(["well", "ill"]).optional(),
  traits: list(text({ max: 200 }), 8).optional(),
  portrait: json().nullable().optional(),
  practiceId: uuid().optional(),
  keeperId: uuid().optional(),
};

/** The body of POST and PUT. */
export const ANIMAL_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const ANIMAL_PATCH: BodySchema = patchSchema(FIELDS);
