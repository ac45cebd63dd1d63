/**
 * How the API looks as a whole.
 *
 * @module
 */
import type { ApiShape } from "../kit/resource_spec.ts";

/** Envelopes, paging, unknown fields and the word before tokens. */
export const API_SHAPE: ApiShape = {
  envelope: true,
  naming: "snake_case",
  paging: { style: "offset", limit: 10, most: 50 },
  unknownFields: "refuse",
  scheme: "Bearer",
};
