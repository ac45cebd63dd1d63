/**
 * The memory store's database: the tables that refer to each other.
 *
 * @module
 */
import { planDeletion, ReferenceGraph, type RowKey } from "./delete_plan.ts";
import type { Once } from "./entity_request.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { MemoryRows } from "./memory_rows.ts";
import type { KeptEntity, StoreResult, WrittenReply } from "./store_command.ts";

/** Shared by all the tables of a system; gone with the process. */
export class MemoryDatabase implements Disposable {
  /** Keeps what is deleted and can be restored. @default nothing is kept */
  trash: MemoryTrash | undefined;
  /** Sees what is deleted before it is gone. @default nobody does */
  witness: MemoryWitness | undefined;
  /** Hears of every row that is written or removed. @default nobody does */
  changed: RowListener | undefined;
  /** Keeps what requests that are carried out once are answered. @default nothing is kept */
  replies: MemoryReplyKeeper | undefined;
  /** What takes back the changes since several writes began, last change last. @default no writes belong together */
  undo: (() => void)[] | undefined;
  readonly #graph = new ReferenceGraph();
  readonly #tables = new Map<string, OpenTable>();
  readonly #numbers = new Map<string, number>();

  /** Returns the rows of an entity's table: those that are there when it has been opened before. */
  openTable<T extends Entity>(spec: EntitySpec): MemoryRows<T> {
    const known = this.#tables.get(spec.table);
    // The same spec is the same entity, so whoever opened the table before had the same T.
    if (known?.spec === spec) return known.rows as unknown as MemoryRows<T>;
    if (known) {
      throw new Error(
        `Cannot open table "${spec.table}": it belongs to another entity`,
      );
    }
    const rows = new MemoryRows<T>(
      spec,
      (before, after) => this.changed?.(spec, before, after),
      (back) => this.undo?.push(back),
    );
    this.#graph.add(spec);
    // From here the rows are only deleted, or references in them cleared, whatever else T has.
    const shared = rows as unknown as MemoryRows<Entity>;
    this.#tables.set(spec.table, { spec, rows: shared });
    return rows;
  }

  /** Returns the rows of a table that has been opened, whatever entity they are of. */
  rowsOf(table: string): MemoryRows<Entity> {
    const open = this.#tables.get(table);
    if (open === undefined) throw new Error(`Cannot find table "${table}"`);
    return open.rows;
  }

  /** Counts the numbers of a field that its table numbers, from 1. */
  nextNumber(table: string, field: string): number {
    const name = `${table}.${field}`;
    const number = (this.#numbers.get(name) ?? 0) + 1;
    this.#numbers.set(name, number);
    return number;
  }

  /** Says whether a row exists. */
  has(row: RowKey): boolean {
    return this.#tables.get(row.table)?.rows.get(row.id) !== undefined;
  }

  /** Deletes a row and all that goes with it, or nothing. */
  delete(row: RowKey, now: string): StoreResult<never> {
    if (!this.has(row)) return { kind: "missing" };
    const plan = planDeletion(
      this.#graph,
      row,
      ({ spec, field }, id) => this.rowsOf(spec.table).referring(field, id),
    );
    if (plan.kind === "refused") return { kind: "referenced", by: plan.by };
    for (const { table, id, fields } of plan.cleared) {
      this.rowsOf(table).clear(id, fields, now);
    }
    for (const { table, id } of plan.deleted) {
      const kept = this.#tables.get(table)?.spec.softDelete &&
        this.rowsOf(table).get(id);
      if (kept) this.trash?.keep(table, { ...kept });
      this.#tell(table, id, now);
      this.rowsOf(table).remove(id);
    }
    return { kind: "deleted" };
  }

  #tell(table: string, id: string, now: string): void {
    const { spec, rows } = this.#tables.get(table)!; // it has the row
    const row = this.witness?.watches(spec) ? rows.get(id) : undefined;
    if (row) this.witness?.leave(spec, row.entity, now);
  }

  /** Forgets everything. */
  [Symbol.dispose](): void {
    this.#tables.clear();
    this.#numbers.clear();
  }
}

/** Hears of a row: as it was, unless it is new, and as it is, unless it is gone. */
export type RowListener = (
  spec: EntitySpec,
  before: Entity | undefined,
  after: Entity | undefined,
) => void;

/** Keeps entities that are deleted and can be restored. */
export interface MemoryTrash {
  /** Keeps one of a table. */
  keep(table: string, row: KeptEntity): void;
  /** Finds one. */
  find(table: string, id: string): KeptEntity | undefined;
  /** Forgets one. */
  drop(table: string, id: string): void;
}

/** Sees entities before they are gone. */
export interface MemoryWitness {
  /** Says whether it looks at entities of a kind. */
  watches(spec: EntitySpec): boolean;
  /** Sees one that is being deleted. */
  leave(spec: EntitySpec, entity: Entity, now: string): void;
}

/** Keeps the answers to requests that are carried out once. */
export interface MemoryReplyKeeper {
  /** Says whether one is kept already. */
  has(once: Once): boolean;
  /** Keeps one. */
  keep(once: Once, reply: WrittenReply): void;
}

interface OpenTable {
  readonly spec: EntitySpec;
  readonly rows: MemoryRows<Entity>;
}
