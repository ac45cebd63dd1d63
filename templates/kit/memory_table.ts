/**
 * A table in memory.
 *
 * @module
 */
import {
  acyclicFields,
  type Entity,
  type EntitySpec,
  valueOf,
} from "./entity_spec.ts";
import type { ListQuery } from "./list_query.ts";
import type { MemoryDatabase } from "./memory_database.ts";
import type { MemorySource } from "./memory_condition.ts";
import { groupsInMemory } from "./memory_groups.ts";
import { listInMemory } from "./memory_list.ts";
import type { MemoryRows } from "./memory_rows.ts";
import { serialFields, withNumbers } from "./serial_fields.ts";
import {
  duplicateOf,
  type StoreCommand,
  type StoreResult,
  type Table,
} from "./store_command.ts";

/** Keeps entities in memory; behaves like {@link SqliteTable}. Entities are kept as they are given: do not change them. */
export class MemoryTable<T extends Entity> implements Table<T> {
  readonly #spec: EntitySpec;
  readonly #database: MemoryDatabase;
  readonly #rows: MemoryRows<T>;
  readonly #source: MemorySource<T>;
  readonly #serials: readonly string[];

  /** Opens the entity's table in a database. */
  constructor(spec: EntitySpec, database: MemoryDatabase) {
    this.#spec = spec;
    this.#database = database;
    this.#rows = database.openTable<T>(spec);
    this.#serials = serialFields(spec);
    this.#source = { spec, rows: this.#rows, database };
  }

  /** Carries out one command. */
  execute(command: StoreCommand<T>): StoreResult<T> {
    switch (command.kind) {
      case "insert":
        return this.#insert(command.entity);
      case "get":
        return this.#get(command.id);
      case "list":
        return this.#list(command.query);
      case "groups":
        return {
          kind: "groups",
          groups: groupsInMemory(this.#source, command),
        };
      case "update":
        return this.#update(command.entity, command.version);
      case "delete":
        return this.#delete(command.id, command.now, command.version);
    }
  }

  #insert(entity: T): StoreResult<T> {
    if (this.#rows.get(entity.id)) return { kind: "duplicate", field: "id" };
    return this.#put(this.#numbered(entity), 1);
  }

  #numbered(entity: T): T {
    if (this.#serials.length === 0) return entity;
    const { table } = this.#spec;
    const numbers = this.#serials.map((field) =>
      [field, this.#database.nextNumber(table, field)] as const
    );
    return withNumbers(entity, Object.fromEntries(numbers));
  }

  #get(id: string): StoreResult<T> {
    const row = this.#rows.get(id);
    if (row === undefined) return { kind: "missing" };
    return { kind: "entity", entity: row.entity, version: row.version };
  }

  #list(query: ListQuery): StoreResult<T> {
    return { kind: "page", page: listInMemory(this.#source, query) };
  }

  #update(entity: T, version: number): StoreResult<T> {
    const row = this.#rows.get(entity.id);
    if (row === undefined) return { kind: "missing" };
    if (row.version !== version) return { kind: "stale" };
    return this.#put(entity, version + 1);
  }

  #delete(id: string, now: string, version?: number): StoreResult<T> {
    const row = this.#rows.get(id);
    if (row && version !== undefined && row.version !== version) {
      return { kind: "stale" };
    }
    return this.#database.delete({ table: this.#spec.table, id }, now);
  }

  #put(entity: T, version: number): StoreResult<T> {
    const duplicate = this.#rows.duplicateFields(entity);
    if (duplicate !== undefined) return duplicateOf(duplicate);
    const dangling = this.#danglingField(entity);
    if (dangling !== undefined) return { kind: "dangling", field: dangling };
    const cycle = this.#cycleField(entity);
    if (cycle !== undefined) return { kind: "cycle", field: cycle };
    this.#rows.put(entity, version);
    return { kind: "entity", entity, version };
  }

  #danglingField(entity: T): string | undefined {
    for (const [name, field] of Object.entries(this.#spec.fields)) {
      if (field.references === undefined) continue;
      const id = valueOf(entity, name);
      if (
        id === null || this.#refersToItself(field.references.table, id, entity)
      ) {
        continue;
      }
      const row = { table: field.references.table, id: String(id) };
      if (!this.#database.has(row)) return name;
    }
    return undefined;
  }

  #cycleField(entity: T): string | undefined {
    return acyclicFields(this.#spec)
      .find(([name]) => this.#leadsToItself(name, entity))?.[0];
  }

  #leadsToItself(field: string, entity: T): boolean {
    const passed = new Set<unknown>([null]);
    let id = valueOf(entity, field);
    while (!passed.has(id)) { // rows from before the rule may go round
      if (id === entity.id) return true;
      passed.add(id);
      const row = this.#rows.get(String(id));
      id = row ? valueOf(row.entity, field) : null;
    }
    return false;
  }

  #refersToItself(table: string, id: unknown, entity: T): boolean {
    return id === entity.id && table === this.#spec.table;
  }
}
