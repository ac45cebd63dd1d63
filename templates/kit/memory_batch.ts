/**
 * Several writes in memory, all of them or none.
 *
 * @module
 */
import { carriedOut, itemsOf } from "./batch_parts.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type { MemoryDatabase, RowListener } from "./memory_database.ts";
import {
  type BatchCommand,
  BatchRefused,
  type BatchResult,
  type Table,
} from "./store_command.ts";

/** Carries out several writes of a table together; nothing else happens meanwhile. */
export function batchInMemory<T extends Entity>(
  { spec, database, table }: {
    readonly spec: EntitySpec;
    readonly database: MemoryDatabase;
    readonly table: Table<T>;
  },
  { commands, once }: BatchCommand<T>,
): BatchResult<T> {
  if (once && database.replies?.has(once)) return { kind: "repeated" };
  const undo: (() => void)[] = [];
  const told: Parameters<RowListener>[] = [];
  const { changed } = database;
  database.undo = undo;
  database.changed = (...change) => void told.push(change);
  try {
    const results = commands.map((command, index) =>
      carriedOut(table.execute(command), index)
    );
    if (once) database.replies?.keep(once, { spec, items: itemsOf(results) });
    for (const change of told) changed?.(...change);
    return { kind: "batch", results };
  } catch (error) {
    database.undo = undefined;
    for (const back of undo.toReversed()) back();
    if (error instanceof BatchRefused) return error.result;
    throw error;
  } finally {
    database.undo = undefined;
    database.changed = changed;
  }
}
