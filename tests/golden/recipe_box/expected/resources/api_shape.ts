/**
 * How the API looks as a whole.
 *
 * @module
 */
import type { ApiShape } from "../kit/resource_spec.ts";

/** Envelopes, paging, unknown fields and the word before tokens. */
export const API_SHAPE: ApiShape = {
  envelope: false,
  paging: { style: "cursor", limit: 50, most: 200 },
  unknownFields: "refuse",
  scheme: "Bearer",
};
