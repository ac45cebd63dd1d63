/**
 * What clients may send about a product.
 *
 * @module
 */
import { integer, oneOf, text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  sku: text({
    max: 200,
    pattern: new RegExp("^(?:[A-Z]{2}-[0-9]{4})$", "u"),
    notBlank: true,
  }),
  title: text({ max: 120, notBlank: true }),
  stock: integer({ min: 0 }).optional(),
  status: oneOf(["offered", "withdrawn"]).optional(),
  supplierId: uuid(),
};

/** The body of POST and PUT. */
export const PRODUCT_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const PRODUCT_PATCH: BodySchema = patchSchema(FIELDS);
