/**
 * The part of the blueprint language that says what is kept in memory after it was read, as data.
 *
 * @module
 */
import type { CacheBlueprint } from "./blueprint.ts";
import type { ObjectShape } from "./shape.ts";

/** How much of an entity is kept in memory, and how long; what is missing is as {@link CACHE_DEFAULTS} says. */
export const CACHE_SHAPE: ObjectShape<CacheBlueprint> = {
  kind: "object",
  of: "a cache",
  orFlag: true,
  keys: {
    entries: {
      doc:
        "How many entities are kept, those on pages counted too; what was not read for longest goes first.",
      shape: { kind: "number", whole: true, min: 1, max: 1_000_000 },
      default: 1000,
    },
    seconds: {
      doc:
        "How long one is kept; a write of this process is seen at once, one of another process after this time at the latest.",
      shape: { kind: "number", whole: true, min: 1, max: 86_400 },
      default: 60,
    },
  },
  synonyms: {
    duration: "seconds",
    max: "entries",
    maxEntries: "entries",
    size: "entries",
    time: "seconds",
    ttl: "seconds",
  },
};

/** What holds when nothing is said. */
export const CACHE_DEFAULTS: Required<CacheBlueprint> = {
  entries: 1000,
  seconds: 60,
};
