/**
 * Deleted entities in memory that can be restored.
 *
 * @module
 */
import type { MemoryDatabase } from "./memory_database.ts";
import type { KeptEntity } from "./store_command.ts";

/** Lets a database keep what is deleted and can be restored. */
export function keepDeletedInMemory(database: MemoryDatabase): void {
  if (database.trash) return;
  const kept = new Map<string, KeptEntity>();
  database.trash = {
    keep: (table, row) => {
      const name = `${table} ${row.entity.id}`;
      database.undo?.push(() => kept.delete(name));
      kept.set(name, row);
    },
    find: (table, id) => kept.get(`${table} ${id}`),
    drop: (table, id) => void kept.delete(`${table} ${id}`),
  };
}
