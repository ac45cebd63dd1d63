/**
 * The part of the blueprint language that says how often a client may ask, as data.
 *
 * @module
 */
import type { RateLimitBlueprint } from "./blueprint.ts";
import type { ObjectShape } from "./shape.ts";

/** How many requests each client may make. */
export const RATE_LIMIT_SHAPE: ObjectShape<RateLimitBlueprint> = {
  kind: "object",
  of: "a rate limit",
  keys: {
    requests: {
      doc:
        "How many requests each client may make in that time: the user where one is signed in, else the address.",
      required: true,
      shape: { kind: "number", whole: true, min: 1, max: 1_000_000 },
    },
    per: {
      doc: "The time, such as `30s`, `1m` or `1h`.",
      shape: {
        kind: "text",
        maxLength: 10,
        form: {
          pattern: "^[1-9][0-9]{0,4}[smhd]$",
          wanted: "a number and s, m, h or d, such as 1m",
        },
      },
      default: "1m",
    },
  },
  synonyms: {
    count: "requests",
    limit: "requests",
    max: "requests",
    window: "per",
    every: "per",
  },
};
