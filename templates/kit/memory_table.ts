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
  type WriteCommand,
} from "./store_command.ts";

/** What holds for the writes of a table beyond what every table checks. */
export interface MemoryRule {
  /** Says what stands against a write; undefined if nothing does. */
  refusal(
    write: WriteCommand<Entity>,
    database: MemoryDatabase,
  ): StoreResult<never> | undefined;
  /** Does what goes with a write that nothing stands against. @default nothing */
  apply?(write: WriteCommand<Entity>, database: MemoryDatabase): void;
}

/** What must hold before a command is carried out; says what stands against it. */
export type MemoryGuard = (
  command: StoreCommand<Entity>,
  database: MemoryDatabase,
) => StoreResult<never> | undefined;

/** Keeps entities in memory; behaves like {@link SqliteTable}. Entities are kept as they are given: do not change them. */
export class MemoryTable<T extends Entity> implements Table<T> {
  readonly #spec: EntitySpec;
  readonly #database: MemoryDatabase;
  readonly #rows: MemoryRows<T>;
  readonly #source: MemorySource<T>;
  readonly #rules: readonly MemoryRule[];
  readonly #guard: MemoryGuard | undefined;
  readonly #serials: readonly string[];

  /** Opens the entity's table in a database; `rules` are checked in order, after everything else, `guard` before. */
  constructor(
    spec: EntitySpec,
    database: MemoryDatabase,
    rules: readonly MemoryRule[] = [],
    guard?: MemoryGuard,
  ) {
    this.#guard = guard;
    this.#spec = spec;
    this.#database = database;
    this.#rules = rules;
    this.#rows = database.openTable<T>(spec);
    this.#serials = serialFields(spec);
    this.#source = { spec, rows: this.#rows, database };
  }

  /** Carries out one command. */
  execute(command: StoreCommand<T>): StoreResult<T> {
    return this.#guard?.(command, this.#database) ?? this.#execute(command);
  }

  #execute(command: StoreCommand<T>): StoreResult<T> {
    switch (command.kind) {
      case "insert":
        return this.#insert(command);
      case "get":
        return command.deleted ? this.#kept(command.id) : this.#get(command.id);
      case "list":
        return this.#list(command.query);
      case "groups":
        return {
          kind: "groups",
          groups: groupsInMemory(this.#source, command),
        };
      case "update":
        return this.#update(command);
      case "delete":
        return this.#delete(command.id, command.now, command.version);
      case "restore":
        return this.#restore(command);
    }
  }

  #insert(command: WriteCommand<T>): StoreResult<T> {
    const { entity } = command;
    if (this.#rows.get(entity.id)) return { kind: "duplicate", field: "id" };
    return this.#put({ ...command, entity: this.#numbered(entity) }, 1);
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

  #update(
    command: StoreCommand<T> & { readonly kind: "update" },
  ): StoreResult<T> {
    const row = this.#rows.get(command.entity.id);
    if (row === undefined) return { kind: "missing" };
    if (row.version !== command.version) return { kind: "stale" };
    return this.#put(command, command.version + 1);
  }

  #delete(id: string, now: string, version?: number): StoreResult<T> {
    const row = this.#rows.get(id);
    if (row && version !== undefined && row.version !== version) {
      return { kind: "stale" };
    }
    return this.#database.delete({ table: this.#spec.table, id }, now);
  }

  #kept(id: string): StoreResult<T> {
    const kept = this.#database.trash?.find(this.#spec.table, id);
    // What was kept of this table is of this entity.
    return kept
      ? { kind: "entity", entity: kept.entity as T, version: kept.version }
      : { kind: "missing" };
  }

  #restore({ id, now, once }: RestoreCommand): StoreResult<T> {
    const present = this.#get(id);
    if (present.kind === "entity") return present;
    const kept = this.#kept(id);
    if (kept.kind !== "entity") return kept;
    const entity = { ...kept.entity, updatedAt: now };
    const command = { kind: "insert", entity, once } as const;
    const result = this.#put(command, kept.version + 1);
    if (result.kind === "entity") {
      this.#database.trash?.drop(this.#spec.table, id);
    }
    return result;
  }

  #put(command: WriteCommand<T>, version: number): StoreResult<T> {
    const { entity } = command;
    const duplicate = this.#rows.duplicateFields(entity);
    if (duplicate !== undefined) return duplicateOf(duplicate);
    const dangling = this.#danglingField(entity);
    if (dangling !== undefined) return { kind: "dangling", field: dangling };
    const cycle = this.#cycleField(entity);
    if (cycle !== undefined) return { kind: "cycle", field: cycle };
    for (const rule of this.#rules) {
      const refusal = rule.refusal(command, this.#database);
      if (refusal !== undefined) return refusal;
    }
    const { once } = command;
    const { replies } = this.#database;
    if (once && replies?.has(once)) return { kind: "repeated" };
    this.#rows.put(entity, version);
    if (once) replies?.keep(once, { spec: this.#spec, entity, version });
    for (const rule of this.#rules) rule.apply?.(command, this.#database);
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

type RestoreCommand = StoreCommand<never> & { readonly kind: "restore" };
