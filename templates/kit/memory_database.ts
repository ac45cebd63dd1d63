/**
 * The memory store's database: the tables that refer to each other.
 *
 * @module
 */
import { planDeletion, ReferenceGraph, type RowKey } from "./delete_plan.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { MemoryRows } from "./memory_rows.ts";
import type { StoreResult } from "./store_command.ts";

/** Shared by all the tables of a system; gone with the process. */
export class MemoryDatabase implements Disposable {
  readonly #graph = new ReferenceGraph();
  readonly #tables = new Map<string, MemoryRows<Entity>>();

  /** Adds a table and returns its rows. A table can be added once. */
  addTable<T extends Entity>(spec: EntitySpec): MemoryRows<T> {
    if (this.#tables.has(spec.table)) {
      throw new Error(`Cannot add table "${spec.table}": it exists already`);
    }
    const rows = new MemoryRows<T>(spec);
    this.#graph.add(spec);
    // From here the rows are only deleted, or references in them cleared, whatever else T has.
    this.#tables.set(spec.table, rows as unknown as MemoryRows<Entity>);
    return rows;
  }

  /** Says whether a row exists. */
  has(row: RowKey): boolean {
    return this.#tables.get(row.table)?.get(row.id) !== undefined;
  }

  /** Deletes a row and all that goes with it, or nothing. */
  delete(row: RowKey, now: string): StoreResult<never> {
    if (!this.has(row)) return { kind: "missing" };
    const plan = planDeletion(
      this.#graph,
      row,
      ({ spec, field }, id) => this.#rowsOf(spec.table).referring(field, id),
    );
    if (plan.kind === "refused") return { kind: "referenced", by: plan.by };
    for (const { table, id, fields } of plan.cleared) {
      this.#rowsOf(table).clear(id, fields, now);
    }
    for (const { table, id } of plan.deleted) this.#rowsOf(table).remove(id);
    return { kind: "deleted" };
  }

  /** Forgets everything. */
  [Symbol.dispose](): void {
    this.#tables.clear();
  }

  #rowsOf(table: string): MemoryRows<Entity> {
    const rows = this.#tables.get(table);
    if (rows === undefined) throw new Error(`Cannot find table "${table}"`);
    return rows;
  }
}
