/**
 * Groups in memory: how many entities have each value of a field, and what their numbers come to.
 *
 * @module
 */
import { decimalText, toScaled } from "./decimal.ts";
import type { Group, GroupsQuery, Measures } from "./entity_request.ts";
import { type Entity, itemOf, valueOf } from "./entity_spec.ts";
import { equalityKey, valueComparison } from "./field_value.ts";
import {
  type GroupedField,
  groupedFields,
  isNumeric,
  measuredFields,
  PART_LENGTHS,
  type SummedField,
  summedFields,
} from "./groups_query.ts";
import type { FilterValue } from "./list_query.ts";
import { elementsOf, matcher, type MemorySource } from "./memory_condition.ts";

/** Answers what {@link GroupsQuery} asks; reads every entity once. */
export function groupsInMemory<T extends Entity>(
  source: MemorySource<T>,
  query: GroupsQuery,
): Group[] {
  const { spec, rows } = source;
  const keys = groupedFields(spec, query);
  const summed = summedFields(spec, query);
  const measured = measuredFields(spec, query);
  const matches = matcher(source, query);
  const groups = new Map<string, GroupInMemory>();
  const groupOf = (values: readonly FilterValue[]) => {
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? {
      values,
      count: 0,
      sums: summed.map((one) => new Measure(one)),
      measures: measured.map((one) => new Measure(one)),
    };
    groups.set(key, group);
    return group;
  };
  if (keys.length === 0) groupOf([]); // all of them, also if there are none
  for (const entity of rows.ascending()) {
    if (!matches(entity)) continue;
    for (const values of valuesOf(entity, keys)) {
      const group = groupOf(values);
      group.count++;
      for (const one of [...group.sums, ...group.measures]) one.add(entity);
    }
  }
  return [...groups.values()].sort(comparison(keys)).slice(0, query.limit)
    .map(({ values, count, sums, measures }) => ({
      value: values[0] ?? null,
      count,
      sums: Object.fromEntries(
        sums.map((one) => [one.name, Number(one.sum)]),
      ),
      ...(typeof query.by === "string" ? {} : { values }),
      ...(measured.length === 0 ? {} : {
        measures: Object.fromEntries(
          measures.map((one) => [one.name, one.measures]),
        ),
      }),
    }));
}

interface GroupInMemory {
  readonly values: readonly FilterValue[];
  count: number;
  readonly sums: readonly Measure[];
  readonly measures: readonly Measure[];
}

/** The groups that an entity is in: more than one only where a list's elements count. */
function valuesOf(
  entity: Entity,
  keys: readonly GroupedField[],
): readonly (readonly FilterValue[])[] {
  const [only] = keys;
  if (only?.field.kind === "list") {
    const { kind } = itemOf(only.field);
    return elementsOf(entity, only.name)
      .map((element) => [equalityKey(kind, element) as FilterValue]);
  }
  return [keys.map(({ name, field: { kind }, part }) => {
    const value = valueOf(entity, name);
    return part !== undefined && value !== null
      ? String(value).slice(0, PART_LENGTHS[part])
      // Fields that groups can be made by hold nothing else.
      : equalityKey(kind, value) as FilterValue;
  })];
}

function comparison(
  keys: readonly GroupedField[],
): (a: GroupInMemory, b: GroupInMemory) => number {
  const comparisons = keys.map(({ field }) =>
    valueComparison(field.kind === "list" ? itemOf(field).kind : field.kind)
  );
  return (a, b) => {
    for (const [i, compare] of comparisons.entries()) {
      const difference = compare(a.values[i] ?? null, b.values[i] ?? null);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** Measures values: adds up whole numbers and decimals exactly, others as they come. */
class Measure {
  readonly name: string;
  readonly #field: SummedField["field"];
  readonly #scale: number;
  readonly #compare: (a: FilterValue, b: FilterValue) => number;
  #known = 0;
  #exact = 0n;
  #other = 0;
  #min: FilterValue = null;
  #max: FilterValue = null;

  constructor({ name, field }: SummedField) {
    this.name = name;
    this.#field = field;
    this.#scale = field.scale ?? 0;
    this.#compare = valueComparison(field.kind);
  }

  /** The sum, in digits. */
  get sum(): string {
    return this.#field.kind === "number"
      ? String(this.#other)
      : decimalText(this.#exact, this.#scale);
  }

  get measures(): Measures {
    return {
      known: this.#known,
      ...(isNumeric(this.#field) ? { sum: this.sum } : {}),
      min: this.#min,
      max: this.#max,
    };
  }

  add(entity: Entity): void {
    // Only fields with numbers or times come here.
    const value = valueOf(entity, this.name) as string | number | null;
    if (value === null) return;
    if (this.#known === 0 || this.#compare(value, this.#min) < 0) {
      this.#min = value;
    }
    if (this.#known === 0 || this.#compare(value, this.#max) > 0) {
      this.#max = value;
    }
    this.#known++;
    if (typeof value !== "number") return;
    if (this.#field.kind === "number") this.#other += value;
    else this.#exact += BigInt(toScaled(value, this.#scale) ?? value);
  }
}
