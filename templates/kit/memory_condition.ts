/**
 * What the filters and the search of a query ask for, as a test of entities in memory.
 *
 * @module
 */
import {
  type Entity,
  type EntitySpec,
  type FieldKind,
  fieldOf,
  itemOf,
  valueOf,
  wordsOf,
} from "./entity_spec.ts";
import { equalityKey } from "./field_value.ts";
import type { FieldFilter, LinkFilter, ListQuery } from "./list_query.ts";
import type { MemoryDatabase } from "./memory_database.ts";
import type { MemoryRows } from "./memory_rows.ts";
import { containment } from "./text_order.ts";

/** The rows of an entity, and the database in which links of theirs are looked up. */
export interface MemorySource<T extends Entity> {
  /** The entity. */
  readonly spec: EntitySpec;
  /** Its rows. */
  readonly rows: MemoryRows<T>;
  /** Where they are. */
  readonly database: MemoryDatabase;
}

/** Makes the test; what it needs of other tables is read once, now. */
export function matcher(
  { spec, database }: Pick<MemorySource<Entity>, "spec" | "database">,
  { filters, search }: Pick<ListQuery, "filters" | "search">,
): (entity: Entity) => boolean {
  const tests = filters.map((filter) => testOf(spec, database, filter));
  if (search !== undefined) tests.push(searchTest(spec, search));
  return (entity) => tests.every((test) => test(entity));
}

function searchTest(
  spec: EntitySpec,
  search: string,
): (entity: Entity) => boolean {
  if (spec.words) {
    const wanted = spec.words(search);
    return (entity) => {
      const words = keptWords(spec, entity);
      return wanted.every((start) =>
        words.some((word) => word.startsWith(start))
      );
    };
  }
  const contains = containment(search);
  return (entity) =>
    spec.search.some((field) => {
      const text = valueOf(entity, field);
      return typeof text === "string" && contains(text);
    });
}

/** An entity never changes: a change is another one, with words of its own. */
function keptWords(spec: EntitySpec, entity: Entity): readonly string[] {
  const kept = KEPT_WORDS.get(entity);
  if (kept?.spec === spec) return kept.words;
  const words = wordsOf(spec, entity);
  KEPT_WORDS.set(entity, { spec, words });
  return words;
}

function testOf(
  spec: EntitySpec,
  database: MemoryDatabase,
  filter: FieldFilter,
): (entity: Entity) => boolean {
  const { field: name } = filter;
  const field = fieldOf(spec, name);
  if (field === undefined) {
    throw new Error(`Cannot list "${spec.name}": no field "${name}"`);
  }
  const { kind } = field;
  if ("eitherOf" in filter) {
    const sets = filter.eitherOf.map((filters) =>
      filters.map((one) => testOf(spec, database, one))
    );
    return (entity) =>
      sets.some((tests) => tests.every((test) => test(entity)));
  }
  if ("value" in filter) {
    const key = equalityKey(kind, filter.value);
    return (entity) => equalityKey(kind, valueOf(entity, name)) === key;
  }
  if ("before" in filter) {
    return (entity) => {
      const value = valueOf(entity, name);
      return typeof value === "string" && value < filter.before;
    };
  }
  if ("contains" in filter) {
    const items = itemOf(field).kind;
    const key = equalityKey(items, filter.contains);
    return (entity) =>
      elementsOf(entity, name).some((item) => equalityKey(items, item) === key);
  }
  const keys = "anyOf" in filter
    ? new Set(filter.anyOf.map((value) => equalityKey(kind, value)))
    : linkedKeys(database, filter.within, kind);
  return (entity) => keys.has(equalityKey(kind, valueOf(entity, name)));
}

/** Reads a field that is a list. */
export function elementsOf(entity: Entity, name: string): readonly unknown[] {
  const value = valueOf(entity, name);
  return Array.isArray(value) ? value : [];
}

/** Reads the values of a link, as a field of some kind compares them; null is equal to nothing there. */
function linkedKeys(
  database: MemoryDatabase,
  link: LinkFilter,
  kind: FieldKind,
): Set<unknown> {
  const keys = new Set<unknown>();
  for (const entity of linkedRows(database, link)) {
    keys.add(equalityKey(kind, valueOf(entity, link.select.name)));
  }
  keys.delete(null);
  return keys;
}

function* linkedRows(
  database: MemoryDatabase,
  link: LinkFilter,
): Iterable<Entity> {
  const rows = database.rowsOf(link.table);
  const { where } = link;
  if ("value" in link) return yield* rows.having(where, link.value);
  const { kind } = where.spec;
  const keys = linkedKeys(database, link.within, kind);
  for (const entity of rows.ascending()) {
    if (keys.has(equalityKey(kind, valueOf(entity, where.name)))) yield entity;
  }
}

const KEPT_WORDS = new WeakMap<
  Entity,
  { readonly spec: EntitySpec; readonly words: readonly string[] }
>();
