/**
 * Numbers of other entities in memory, changed together with an entity.
 *
 * @module
 */
import { sumOf, unadjustable } from "./adjustment.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import type { MemoryDatabase } from "./memory_database.ts";
import type { MemoryRow } from "./memory_rows.ts";
import type { MemoryRule } from "./memory_table.ts";
import type { Adjustment, WriteCommand } from "./store_command.ts";

/** Adjusts what an update says, or refuses it. */
export const ADJUST_IN_MEMORY: MemoryRule = {
  refusal(write, database) {
    for (const adjustment of adjustmentsOf(write)) {
      const row = rowOf(adjustment, database);
      const refused = unadjustable(
        adjustment,
        row && numberOf(adjustment, row.entity),
      );
      if (refused !== undefined) return refused;
    }
    return undefined;
  },
  apply(write, database) {
    for (const adjustment of adjustmentsOf(write)) {
      const row = rowOf(adjustment, database);
      if (row === undefined) continue;
      const present = numberOf(adjustment, row.entity) ?? 0;
      const { spec: { table }, field, by } = adjustment;
      const entity = {
        ...row.entity,
        [field]: sumOf(adjustment, present, by),
        updatedAt: write.entity.updatedAt,
      };
      database.rowsOf(table).put(entity, row.version + 1);
    }
  },
};

function adjustmentsOf(write: WriteCommand<Entity>): readonly Adjustment[] {
  return write.kind === "update" ? write.adjust ?? [] : [];
}

function rowOf(
  { spec, id }: Adjustment,
  database: MemoryDatabase,
): MemoryRow<Entity> | undefined {
  return database.rowsOf(spec.table).get(id);
}

/** What is adjusted is a number, or null. */
function numberOf({ field }: Adjustment, entity: Entity): number | null {
  const value = valueOf(entity, field);
  return value === null ? null : Number(value);
}
