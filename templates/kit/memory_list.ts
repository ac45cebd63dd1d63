/**
 * Lists in memory: filter, search, order, page.
 *
 * @module
 */
import { encodeCursor } from "./cursor.ts";
import type { Page } from "./entity_request.ts";
import {
  type Entity,
  type EntitySpec,
  fieldOf,
  valueOf,
} from "./entity_spec.ts";
import { equalityKey, valueComparison } from "./field_value.ts";
import { type FilterValue, type ListQuery, totalOrder } from "./list_query.ts";
import { matcher, type MemorySource } from "./memory_condition.ts";

/**
 * Answers a list query. Without a sort it reads no further than the page;
 * with one it reads every entity once and sorts no more than a page of them.
 */
export function listInMemory<T extends Entity>(
  source: MemorySource<T>,
  query: ListQuery,
): Page<T> {
  const { limit, offset = 0 } = query;
  const first = query.each
    ? firstOfEach(source, query, query.each)
    : query.sort.length === 0
    ? firstById(source, query)
    : firstInOrder(source, query);
  const items = first.slice(offset, offset + limit);
  const last = items.at(-1);
  const nextCursor = first.length > offset + limit && last !== undefined
    ? encodeCursor(source.spec, query, last)
    : null;
  return query.total
    ? { items, nextCursor, total: countMatches(source, query) }
    : { items, nextCursor };
}

function countMatches<T extends Entity>(
  source: MemorySource<T>,
  query: ListQuery,
): number {
  const matches = matcher(source, query);
  let count = 0;
  for (const entity of source.rows.ascending()) if (matches(entity)) count++;
  return count;
}

/** How many entities are looked for: the page, those before it, and one more to know whether there are more. */
function wantedOf({ limit, offset = 0 }: ListQuery): number {
  return offset + limit + 1;
}

function firstById<T extends Entity>(
  source: MemorySource<T>,
  query: ListQuery,
): T[] {
  const matches = matcher(source, query);
  const wanted = wantedOf(query);
  const found: T[] = [];
  for (const entity of source.rows.ascending(query.after?.id)) {
    if (matches(entity)) found.push(entity);
    if (found.length === wanted) break;
  }
  return found;
}

/** Keeps the best while it reads; most entities cost one comparison with the worst of them. */
function firstInOrder<T extends Entity>(
  source: MemorySource<T>,
  query: ListQuery,
): T[] {
  const { spec, rows } = source;
  const matches = matcher(source, query);
  const wanted = wantedOf(query);
  const compare = comparison(spec, query);
  const isAfterPosition = afterPosition(compare, query);
  const best: T[] = [];
  // Newest first is the usual descending order; read that way, the first ones are the best ones.
  const entities = query.sort[0]?.descending
    ? rows.descending()
    : rows.ascending();
  for (const entity of entities) {
    if (best.length === wanted && compare(entity, best.at(-1)!) > 0) {
      continue;
    }
    if (!matches(entity) || !isAfterPosition(entity)) continue;
    if (best.length === wanted) best.pop();
    best.splice(placeOf(entity, best, compare), 0, entity);
  }
  return best;
}

/** Sorts everything that matches: what is among the first of its kind may stand anywhere. */
function firstOfEach<T extends Entity>(
  source: MemorySource<T>,
  query: ListQuery,
  { field, limit }: NonNullable<ListQuery["each"]>,
): T[] {
  const { spec, rows } = source;
  const matches = matcher(source, query);
  const compare = comparison(spec, query);
  const isAfterPosition = afterPosition(compare, query);
  const kind = fieldOf(spec, field)?.kind ?? "string";
  const counts = new Map<unknown, number>();
  const matching: T[] = [];
  for (const entity of rows.ascending()) {
    if (matches(entity) && isAfterPosition(entity)) matching.push(entity);
  }
  const first = matching.sort(compare).filter((entity) => {
    const key = equalityKey(kind, valueOf(entity, field));
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= limit;
  });
  return first.slice(0, wantedOf(query));
}

function placeOf<T>(
  value: T,
  sorted: readonly T[],
  compare: (a: T, b: T) => number,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted[middle]!, value) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function comparison(
  spec: EntitySpec,
  query: ListQuery,
): (a: Entity, b: Entity) => number {
  const keys = totalOrder(query.sort).map(({ field, descending }) => ({
    field,
    sign: descending ? -1 : 1,
    compare: valueComparison(fieldOf(spec, field)?.kind),
  }));
  return (a, b) => {
    for (const { field, sign, compare } of keys) {
      // Fields that can be sorted by hold nothing else.
      const x = valueOf(a, field) as FilterValue;
      const y = valueOf(b, field) as FilterValue;
      const difference = compare(x, y);
      if (difference !== 0) return sign * difference;
    }
    return 0;
  };
}

function afterPosition(
  compare: (a: Entity, b: Entity) => number,
  { after, sort }: ListQuery,
): (entity: Entity) => boolean {
  if (after === undefined) return () => true;
  const last: Record<string, unknown> = { id: after.id };
  sort.forEach(({ field }, i) => last[field] = after.values[i]);
  // The comparison reads only the fields of the order, and those are set.
  return (entity) => compare(entity, last as unknown as Entity) > 0;
}
