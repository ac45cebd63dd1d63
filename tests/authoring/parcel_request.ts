/**
 * A request in plain words with rules that the catalog cannot express.
 *
 * @module
 */

/** Its sentences. */
export const PARCEL_REQUEST: readonly string[] = [
  "A parcel shop API.",
  "Orders have a customer (required, at most 80 characters), a weight in grams (required, 1 to 40000), a zone (domestic, europe or world, required), a subtotal (required, at least 0) and can be express.",
  "Shipping costs 4.50 domestic, 9.00 to europe and 19.00 to the world, and 0.80 more for each begun kilogram beyond the first.",
  "Domestic orders of 60.00 or more ship free, unless they are express.",
  "Express doubles the price.",
  "Parcels above 30000 grams to the world cost 95.00 flat.",
];
