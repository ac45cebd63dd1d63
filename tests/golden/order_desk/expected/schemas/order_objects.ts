/**
 * What the objects inside an order may hold.
 *
 * @module
 */
import {
  dateTime,
  decimal,
  duration,
  type Field,
  integer,
  list,
  number,
  oneOf,
  text,
} from "../kit/api_schema.ts";
import type { Fields } from "../kit/body_schema.ts";
import { embedded } from "../kit/embedded_object.ts";

/** What the address may hold. */
export const ADDRESS_OBJECT: Field = embedded({
  street: text({ max: 200, notBlank: true }),
  zip: text({
    max: 200,
    pattern: new RegExp("^(?:[0-9]{5})$", "u"),
    notBlank: true,
  }),
  country: oneOf(["DE", "AT", "CH"]).optional(),
  floor: integer({ min: 0, max: 200 }).nullable().optional(),
  place: embedded({
    latitude: number({ min: -90, max: 90 }),
    longitude: number({ min: -180, max: 180 }),
  }).nullable().optional(),
}, { country: "DE" });

/** What each of the lines may hold. */
export const LINES_OBJECT: Field = list(
  embedded({
    article: text({ max: 40, notBlank: true }),
    quantity: integer({ min: 1 }),
    price: decimal(2, { min: 0 }).nullable().optional(),
    labels: list(text({ max: 200 }), 5).optional(),
    leadTime: duration({ min: "PT1H" }).nullable().optional(),
  }, { labels: [] }),
  50,
);

/** What the billing may hold. */
export const BILLING_OBJECT: Field = embedded({
  name: text({ max: 200 }).nullable().optional(),
  since: dateTime().nullable().optional(),
});

/** All of them, by field: what is checked and completed at every write. */
export const ORDER_OBJECTS: Fields = {
  address: ADDRESS_OBJECT,
  lines: LINES_OBJECT,
  billing: BILLING_OBJECT,
};
