/**
 * Fields that the store numbers: 1, 2, 3 and so on, each number once.
 *
 * @module
 */
import type { Entity, EntitySpec } from "./entity_spec.ts";

/** Lists the fields of an entity that its store numbers. */
export function serialFields(spec: EntitySpec): readonly string[] {
  return Object.keys(spec.fields).filter((name) => spec.fields[name]?.serial);
}

/** Gives a new entity its numbers, whatever it had in their place. */
export function withNumbers<T extends Entity>(
  entity: T,
  numbers: Readonly<Record<string, number>>,
): T {
  return { ...entity, ...numbers };
}
