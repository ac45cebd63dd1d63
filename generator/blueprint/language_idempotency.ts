/**
 * The part of the blueprint language about requests that are carried out once, as data.
 *
 * @module
 */
import type { IdempotencyBlueprint } from "./blueprint.ts";
import type { ObjectShape } from "./shape.ts";

/** How requests with a key are treated. */
export const IDEMPOTENCY_SHAPE: ObjectShape<IdempotencyBlueprint> = {
  kind: "object",
  of: "the idempotency keys",
  keys: {
    keep: {
      doc: "How long an answer is kept, from `1m` to `30d`.",
      shape: {
        kind: "text",
        maxLength: 10,
        form: {
          pattern: "^[1-9][0-9]{0,4}[smhd]$",
          wanted: "a number and s, m, h or d, such as 24h",
        },
      },
      default: "24h",
    },
    required: {
      doc: "Whether a request without a key is refused (400).",
      shape: { kind: "boolean" },
      default: false,
    },
  },
  synonyms: { ttl: "keep", for: "keep", retention: "keep" },
};
