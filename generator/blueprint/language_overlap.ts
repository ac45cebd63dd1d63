/**
 * The part of the blueprint language that says what entities may not both take, as data.
 *
 * @module
 */
import type { NoOverlapBlueprint } from "./blueprint.ts";
import { FIELD_NAME, MEMBER_NAME } from "./language_names.ts";
import type { ObjectShape, Shape } from "./shape.ts";

/** What two entities may not both take any of. */
export const NO_OVERLAP_SHAPE: ObjectShape<NoOverlapBlueprint> = {
  kind: "object",
  of: "an overlap rule",
  keys: {
    from: {
      doc: "The field in which what an entity takes begins.",
      required: true,
      shape: { kind: "name", rule: FIELD_NAME },
    },
    until: {
      doc:
        "The field of the same type in which it ends; always after `from`, and free again for others.",
      required: true,
      shape: { kind: "name", rule: FIELD_NAME },
    },
    within: {
      doc:
        "The fields and relations that both have the same values in; without them, all entities are compared.",
      shape: {
        kind: "list",
        maxItems: 8,
        item: { kind: "name", rule: MEMBER_NAME },
      },
    },
    when: {
      doc:
        "Only entities count that have one of these values in each of these fields.",
      shape: {
        kind: "record",
        names: FIELD_NAME,
        value: {
          kind: "list",
          item: { kind: "literal" },
          maxItems: 200,
          orSingle: true,
        },
        maxItems: 8,
      },
    },
  },
  synonyms: {
    start: "from",
    begin: "from",
    end: "until",
    to: "until",
    by: "within",
    per: "within",
  },
};

/** All rules of an entity. */
export const NO_OVERLAP_LIST: Shape = {
  kind: "list",
  maxItems: 8,
  item: NO_OVERLAP_SHAPE as ObjectShape,
};
