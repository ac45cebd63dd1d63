/**
 * Groups in memory: how many entities have each value of a field, and what their numbers come to.
 *
 * @module
 */
import { decimalText, toScaled } from "./decimal.ts";
import type { Group, GroupsQuery } from "./entity_request.ts";
import { type Entity, itemOf, valueOf } from "./entity_spec.ts";
import { equalityKey, valueComparison } from "./field_value.ts";
import { groupedField, summedFields } from "./groups_query.ts";
import type { FilterValue } from "./list_query.ts";
import { elementsOf, matcher, type MemorySource } from "./memory_condition.ts";

/** Answers what {@link GroupsQuery} asks; reads every entity once. */
export function groupsInMemory<T extends Entity>(
  source: MemorySource<T>,
  query: GroupsQuery,
): Group[] {
  const { spec, rows } = source;
  const field = groupedField(spec, query);
  const isList = field.kind === "list";
  const { kind } = isList ? itemOf(field) : field;
  const summed = summedFields(spec, query);
  const matches = matcher(source, query);
  const groups = new Map<FilterValue, { count: number; sums: Sum[] }>();
  for (const entity of rows.ascending()) {
    if (!matches(entity)) continue;
    const values = isList
      ? elementsOf(entity, query.by)
      : [valueOf(entity, query.by)];
    for (const value of values) {
      // Fields that groups can be made by hold nothing else.
      const key = equalityKey(kind, value) as FilterValue;
      const group = groups.get(key) ??
        { count: 0, sums: summed.map(({ field }) => new Sum(field.scale)) };
      group.count++;
      summed.forEach(({ name, field }, i) => {
        group.sums[i]!.add(field.kind, valueOf(entity, name));
      });
      groups.set(key, group);
    }
  }
  const compare = valueComparison(kind);
  return [...groups].sort(([a], [b]) => compare(a, b))
    .map(([value, { count, sums }]) => ({
      value,
      count,
      sums: Object.fromEntries(
        summed.map(({ name }, i) => [name, sums[i]!.value]),
      ),
    }));
}

/** Adds up numbers: whole ones and decimals exactly, others as they come. */
class Sum {
  readonly #scale: number;
  #exact = 0n;
  #other = 0;

  constructor(scale = 0) {
    this.#scale = scale;
  }

  /** The sum, as the nearest number. */
  get value(): number {
    return this.#other + Number(decimalText(this.#exact, this.#scale));
  }

  add(kind: string, value: unknown): void {
    if (typeof value !== "number") return;
    if (kind === "number") this.#other += value;
    else this.#exact += BigInt(toScaled(value, this.#scale) ?? value);
  }
}
