/**
 * Aggregates: what the entities of a list come to, by what they have in common.
 *
 * @module
 */
import { decimalText } from "./decimal.ts";
import type { Group, GroupKey, Measures } from "./entity_request.ts";
import { type EntitySpec, fieldOf, type FieldSpec } from "./entity_spec.ts";
import { type Exact, roundedTo } from "./exact_arithmetic.ts";
import type { FilterValue } from "./list_query.ts";

/** One aggregate of an entity. */
export interface AggregateSpec {
  /** The last segment of its path. */
  readonly name: string;
  /** What the entities of a group have in common; at least one key. */
  readonly by: readonly GroupKey[];
  /** The fields whose numbers are added up. @default [] */
  readonly sum?: readonly string[];
  /** The fields of whose numbers the mean is taken. @default [] */
  readonly avg?: readonly string[];
  /** The fields whose least value is wanted. @default [] */
  readonly min?: readonly string[];
  /** The fields whose greatest value is wanted. @default [] */
  readonly max?: readonly string[];
}

/** Some of a field's values; a group's own values stand beside them under the names of their fields. */
export type Measured = Readonly<Record<string, FilterValue>>;

/** A group as clients see it. */
export type AggregateGroup =
  & {
    /** How many entities are in it. */
    readonly count: number;
    readonly sum?: Measured;
    readonly avg?: Measured;
    readonly min?: Measured;
    readonly max?: Measured;
  }
  & { readonly [field: string]: FilterValue | Measured | undefined };

/** Lists the fields that an aggregate measures, each once. */
export function measuredBy(aggregate: AggregateSpec): readonly string[] {
  return [
    ...new Set(MEASURES.flatMap((measure) => aggregate[measure] ?? [])),
  ];
}

/**
 * Shows a group as clients see it. Whatever is worked out of decimals is a text with all its digits, and so is a mean
 * of whole numbers: it is rounded, half to even, to two places more than the field has.
 */
export function shownGroup(
  spec: EntitySpec,
  aggregate: AggregateSpec,
  { values = [], count, measures = {} }: Group,
): AggregateGroup {
  const own = aggregate.by.map(({ field }, i) =>
    [field, values[i] ?? null] as const
  );
  const measured = MEASURES.filter((measure) => aggregate[measure])
    .map((measure) => {
      const fields = aggregate[measure] ?? [];
      const shown = fields.map((name) =>
        [name, SHOWN[measure](known(spec, name), measures[name]!)] as const
      );
      return [measure, Object.fromEntries(shown)] as const;
    });
  return {
    ...Object.fromEntries(own),
    count,
    ...Object.fromEntries(measured),
  };
}

function shownSum({ kind }: FieldSpec, { sum = "0" }: Measures): FilterValue {
  return kind === "decimal" ? sum : Number(sum);
}

function shownMean(
  { kind, scale = 0 }: FieldSpec,
  { known, sum = "0" }: Measures,
): FilterValue {
  if (known === 0) return null;
  if (kind === "number") return Number(sum) / known;
  const mean: Exact = {
    numerator: BigInt(sum.replace(".", "")),
    denominator: BigInt(known) * 10n ** BigInt(scale),
  };
  const places = scale + MORE_PLACES;
  return decimalText(roundedTo(places, mean), places);
}

function shownValue(
  { kind, scale = 0 }: FieldSpec,
  value: FilterValue,
): FilterValue {
  // 15 digits are what a number is sure to carry.
  return kind === "decimal" && typeof value === "number"
    ? value.toFixed(scale)
    : value;
}

function known(spec: EntitySpec, name: string): FieldSpec {
  const field = fieldOf(spec, name);
  if (field !== undefined) return field;
  throw new Error(`Cannot measure "${name}" of "${spec.name}"`);
}

const SHOWN = {
  sum: shownSum,
  avg: shownMean,
  min: (field, { min }) => shownValue(field, min),
  max: (field, { max }) => shownValue(field, max),
} as const satisfies Record<
  string,
  (field: FieldSpec, measures: Measures) => FilterValue
>;

const MEASURES = ["sum", "avg", "min", "max"] as const;
const MORE_PLACES = 2;
