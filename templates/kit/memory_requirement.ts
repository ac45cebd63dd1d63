/**
 * What others must be for a command to be carried out, in memory.
 *
 * @module
 */
import { type Entity, valueOf } from "./entity_spec.ts";
import type { MemoryDatabase } from "./memory_database.ts";
import { unmetRequirement } from "./requirement.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";

/** Refuses a command while an entity that it names is not as it must be. */
export function requireInMemory(
  command: StoreCommand<Entity>,
  database: MemoryDatabase,
): StoreResult<never> | undefined {
  const requires = "requires" in command ? command.requires ?? [] : [];
  for (const requirement of requires) {
    const { spec: { table }, id } = requirement;
    const row = database.rowsOf(table).get(id);
    const refused = row &&
      unmetRequirement(requirement, (field) => valueOf(row.entity, field));
    if (refused !== undefined) return refused;
  }
  return undefined;
}
