/**
 * What clients may send about a controller.
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
  isbn: text({
    min: 10,
    max: 17,
    pattern: new RegExp("^(?:[0-9X-]+)$", "u"),
    notBlank: true,
  }),
  code: text({
    max: 200,
    pattern: new RegExp("^(?:(a|b))$", "u"),
    notBlank: true,
  }),
};

/** The body of POST and PUT. */
export const CONTROLLER_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const CONTROLLER_PATCH: BodySchema = patchSchema(FIELDS);
