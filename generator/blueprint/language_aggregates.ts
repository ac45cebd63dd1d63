/**
 * The part of the blueprint language that says what the entities of a list come to, as data.
 *
 * @module
 */
import type { AggregateBlueprint } from "./blueprint.ts";
import { FIELD_NAME, MEMBER_NAME, SENTENCE } from "./language_names.ts";
import type { NameRule, ObjectShape, Shape } from "./shape.ts";

/** How aggregates are named. */
export const AGGREGATE_NAME: NameRule = { of: "aggregate", style: "either" };

const FIELDS: Shape = {
  kind: "list",
  maxItems: 20,
  orSingle: true,
  item: { kind: "name", rule: FIELD_NAME },
};

/** One aggregate. */
export const AGGREGATE_SHAPE: ObjectShape<AggregateBlueprint> = {
  kind: "object",
  of: "an aggregate",
  keys: {
    by: {
      doc:
        "What the entities of a group have in common, at most 3: fields of the type enum, boolean, string, integer or date, relations, and `{ createdAt: month }` for the `year`, `month` or `day` (UTC) of a date or time.",
      required: true,
      shape: {
        kind: "list",
        maxItems: 3,
        orSingle: true,
        item: { kind: "named", names: MEMBER_NAME, maxLength: 100 },
      },
    },
    sum: {
      doc:
        "Fields with numbers that are added up; sums of decimals are exact, as texts.",
      shape: FIELDS,
    },
    avg: {
      doc:
        "Fields with numbers of which the mean is taken; of decimals and integers as a text with two places more than the field has, rounded half to even.",
      shape: FIELDS,
    },
    min: {
      doc: "Fields with numbers, dates or times of which the least is told.",
      shape: FIELDS,
    },
    max: {
      doc: "Fields with numbers, dates or times of which the greatest is told.",
      shape: FIELDS,
    },
    description: { doc: "One sentence for the docs.", shape: SENTENCE },
  },
  synonyms: {
    average: "avg",
    groupBy: "by",
    maximum: "max",
    mean: "avg",
    minimum: "min",
    per: "by",
    total: "sum",
  },
};

/** The key of an entity that says what its lists come to. */
export const AGGREGATE_KEYS = {
  aggregates: {
    doc:
      "What the entities of its list come to, by name: `GET /{path}/{name}` counts them by what they have in common, for whoever may list and with the filters of the list; at most 1000 groups. In an API of its own shape under every resource with a list that shows all it is of.",
    shape: {
      kind: "record",
      names: AGGREGATE_NAME,
      value: AGGREGATE_SHAPE as ObjectShape,
      maxItems: 20,
    },
  },
} as const satisfies Readonly<Record<string, { doc: string; shape: Shape }>>;
