/**
 * Entities in memory that may not overlap.
 *
 * @module
 */
import { type Entity, type EntitySpec, valueOf } from "./entity_spec.ts";
import { equalityKey, valueComparison } from "./field_value.ts";
import type { MemoryDatabase } from "./memory_database.ts";
import type { MemoryRule } from "./memory_table.ts";
import { type SlotEnd, type TakenSlot, takenSlot } from "./overlap_rule.ts";

/** Refuses writes after which two entities would overlap, by the spec's `noOverlap`. */
export function noOverlapInMemory(spec: EntitySpec): MemoryRule {
  return {
    refusal({ entity }, database) {
      const index = (spec.noOverlap ?? []).findIndex((rule) => {
        const slot = takenSlot(spec, rule, entity);
        return slot !== undefined &&
          candidates(spec, slot, database).some((other) =>
            other.id !== entity.id && overlaps(slot, other)
          );
      });
      return index < 0 ? undefined : { kind: "overlap", rule: index };
    },
  };
}

/** Those that refer to the same entity, where that is among what they share; else all. */
function candidates(
  spec: EntitySpec,
  { within }: TakenSlot,
  database: MemoryDatabase,
): readonly Entity[] {
  const rows = database.rowsOf(spec.table);
  const reference = within.find(({ field }) => field.references);
  if (reference === undefined) return [...rows.ascending()];
  return rows.referring(reference.name, String(reference.value))
    .flatMap((id) => rows.get(id)?.entity ?? []);
}

function overlaps(slot: TakenSlot, other: Entity): boolean {
  return isBefore(slot.from, valueOf(other, slot.until.name)) &&
    isAfter(slot.until, valueOf(other, slot.from.name)) &&
    slot.within.every((shared) =>
      isSame(shared, valueOf(other, shared.name))
    ) &&
    slot.when.every(({ name, values }) =>
      values.some((value) => value === valueOf(other, name))
    );
}

function isBefore(end: SlotEnd, value: unknown): boolean {
  return value !== null && compare(end, value) < 0;
}

function isAfter(end: SlotEnd, value: unknown): boolean {
  return value !== null && compare(end, value) > 0;
}

/** Fields of one kind have values of one type. */
function compare({ field, value }: SlotEnd, other: unknown): number {
  return valueComparison(field.kind)(value, other as SlotEnd["value"]);
}

function isSame({ field: { kind }, value }: SlotEnd, other: unknown): boolean {
  return equalityKey(kind, value) === equalityKey(kind, other);
}
