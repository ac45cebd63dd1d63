/**
 * The rows of one table in memory, with the indexes that keep every command but a search from reading them all.
 *
 * @module
 */
import {
  type Entity,
  type EntitySpec,
  type FieldKind,
  uniqueSets,
  valueOf,
} from "./entity_spec.ts";
import { equalityKey } from "./field_value.ts";
import type { FieldColumn, FilterValue } from "./list_query.ts";

/** An entity and the count of its changes, from 1. */
export interface MemoryRow<T> {
  /** The entity as it is now. */
  readonly entity: T;
  /** Goes up with every update. */
  readonly version: number;
}

/** Rows by id, in the order of their ids, by unique values and by references. */
export class MemoryRows<T extends Entity> {
  readonly #byId = new Map<string, Writable<MemoryRow<T>>>();
  readonly #inOrder: Writable<MemoryRow<T>>[] = [];
  readonly #unique: readonly UniqueIndex[];
  readonly #references: ReadonlyMap<string, Map<unknown, Set<string>>>;
  readonly #changed: (before: T | undefined, after: T | undefined) => void;
  readonly #undoable: (back: () => void) => void;

  /** Makes an empty table; `changed` hears of every row that is written or removed, `undoable` of what takes that back. */
  constructor(
    spec: EntitySpec,
    changed: (before: T | undefined, after: T | undefined) => void = () => {},
    undoable: (back: () => void) => void = () => {},
  ) {
    this.#changed = changed;
    this.#undoable = undoable;
    const fields = Object.entries(spec.fields);
    this.#unique = uniqueSets(spec).map((names) => ({
      fields: names.map((name) => ({ name, kind: spec.fields[name]!.kind })),
      ids: new Map(),
    }));
    this.#references = new Map(
      fields.filter(([, field]) => field.references)
        .map(([name]) => [name, new Map()] as const),
    );
  }

  /** Finds a row. */
  get(id: string): MemoryRow<T> | undefined {
    return this.#byId.get(id);
  }

  /** Walks the entities by id, from the first or from after an id. */
  *ascending(after?: string): IterableIterator<T> {
    const start = after === undefined ? 0 : this.#firstAfter(after);
    for (let i = start; i < this.#inOrder.length; i++) {
      yield this.#inOrder[i]!.entity;
    }
  }

  /** Walks the entities by id, from the last to the first. */
  *descending(): IterableIterator<T> {
    for (let i = this.#inOrder.length - 1; i >= 0; i--) {
      yield this.#inOrder[i]!.entity;
    }
  }

  /** Walks the entities that have a value in a field: all of them only where no index knows. */
  *having({ name, spec }: FieldColumn, value: FilterValue): Iterable<T> {
    const key = equalityKey(spec.kind, value);
    const ids = this.#idsHaving(name, key);
    if (ids === undefined) {
      for (const entity of this.ascending()) {
        if (equalityKey(spec.kind, valueOf(entity, name)) === key) yield entity;
      }
    }
    for (const id of ids ?? []) {
      const row = this.#byId.get(id);
      if (row !== undefined) yield row.entity;
    }
  }

  /** Names the first field or fields in which another row has the same values. */
  duplicateFields(entity: T): readonly string[] | undefined {
    const found = this.#unique.find((index) => {
      const id = index.ids.get(keyIn(index, entity));
      return id !== undefined && id !== entity.id;
    });
    return found?.fields.map(({ name }) => name);
  }

  /** Lists the ids of the rows that refer to `target` by a field. */
  referring(field: string, target: string): readonly string[] {
    return [...this.#references.get(field)?.get(target) ?? []].sort();
  }

  /** Adds a row or changes the one with the entity's id. */
  put(entity: T, version: number): void {
    const row = this.#byId.get(entity.id);
    this.#changed(row?.entity, entity);
    if (row === undefined) {
      this.#undoable(() => this.remove(entity.id));
      this.#add({ entity, version });
    } else {
      const { entity: before, version: count } = row;
      this.#undoable(() => this.put(before, count));
      this.#unindex(row.entity);
      row.entity = entity;
      row.version = version;
    }
    this.#index(entity);
  }

  /** Makes fields null, which is a change. */
  clear(id: string, fields: readonly string[], now: string): void {
    const row = this.#byId.get(id);
    if (row === undefined) return;
    const nulls = Object.fromEntries(fields.map((field) => [field, null]));
    this.put({ ...row.entity, ...nulls, updatedAt: now }, row.version + 1);
  }

  /** Removes a row. */
  remove(id: string): void {
    const row = this.#byId.get(id);
    if (row === undefined) return;
    const { entity, version } = row;
    this.#changed(entity, undefined);
    this.#undoable(() => this.put(entity, version));
    this.#unindex(entity);
    this.#byId.delete(id);
    this.#inOrder.splice(this.#firstAfter(id) - 1, 1);
  }

  /** Ids are made in ascending order, so the place is nearly always the end. */
  #add(row: MemoryRow<T>): void {
    const { id } = row.entity;
    const last = this.#inOrder.at(-1);
    const place = last === undefined || last.entity.id < id
      ? this.#inOrder.length
      : this.#firstAfter(id);
    this.#inOrder.splice(place, 0, row);
    this.#byId.set(id, row);
  }

  #idsHaving(name: string, key: FilterValue): Iterable<string> | undefined {
    if (key === null) return undefined;
    if (name === "id") return [String(key)];
    const references = this.#references.get(name);
    if (references !== undefined) return references.get(key) ?? [];
    const index = this.#unique.find(({ fields }) =>
      fields.length === 1 && fields[0]?.name === name
    );
    const id = index?.ids.get(key);
    return index && (id === undefined ? [] : [id]);
  }

  #firstAfter(id: string): number {
    let low = 0;
    let high = this.#inOrder.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#inOrder[middle]!.entity.id <= id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #index(entity: T): void {
    for (const index of this.#unique) {
      const key = keyIn(index, entity);
      if (key !== undefined) index.ids.set(key, entity.id);
    }
    for (const [field, referring] of this.#references) {
      const target = valueOf(entity, field);
      if (target === null) continue;
      const ids = referring.get(target);
      if (ids) ids.add(entity.id);
      else referring.set(target, new Set([entity.id]));
    }
  }

  #unindex(entity: T): void {
    for (const index of this.#unique) index.ids.delete(keyIn(index, entity));
    for (const [field, referring] of this.#references) {
      const target = valueOf(entity, field);
      const ids = referring.get(target);
      ids?.delete(entity.id);
      if (ids?.size === 0) referring.delete(target);
    }
  }
}

/** Which row has the values of fields that are unique, alone or together. */
interface UniqueIndex {
  readonly fields: readonly {
    readonly name: string;
    readonly kind: FieldKind;
  }[];
  readonly ids: Map<unknown, string>;
}

/** What an entity is found by; undefined if it has a null there, which is like no other. */
function keyIn({ fields }: UniqueIndex, entity: Entity): unknown {
  const keys = fields.map(({ name, kind }) => {
    const value = valueOf(entity, name);
    return value === null ? undefined : equalityKey(kind, value);
  });
  if (keys.includes(undefined)) return undefined;
  return keys.length === 1 ? keys[0] : JSON.stringify(keys);
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
