/**
 * What clients may send about a gift card.
 *
 * @module
 */
import { decimal, oneOf, text, uuid } from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  title: text({ max: 60, notBlank: true }),
  amount: decimal(2, { min: 0 }),
  status: oneOf(["sold", "redeemed"]).optional(),
  pin: text({ max: 20 }).nullable().optional(),
  sellerId: uuid().optional(),
};

/** The body of POST and PUT. */
export const GIFT_CARD_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const GIFT_CARD_PATCH: BodySchema = patchSchema(FIELDS);
