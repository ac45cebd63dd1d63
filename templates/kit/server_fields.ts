/**
 * For tests: entities in states that only actions lead to.
 *
 * @module
 */
import { type Entity, type EntitySpec, fieldOf } from "./entity_spec.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";

/** Gives the part of a body that clients can set. */
export function clientFields(
  spec: EntitySpec,
  body: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => !fieldOf(spec, name)?.readOnly),
  );
}

/** Puts what only the server sets into an entity that has just been made, past its controller. */
export async function putServerFields<T extends Entity>(
  spec: EntitySpec,
  change: {
    readonly made: T;
    readonly body: Readonly<Record<string, unknown>>;
  },
  store: (command: StoreCommand<T>) => StoreResult<T> | Promise<StoreResult<T>>,
): Promise<T> {
  const { made, body } = change;
  const fields = Object.entries(body)
    .filter(([name]) => fieldOf(spec, name)?.readOnly);
  if (fields.length === 0) return made;
  const entity = { ...made, ...Object.fromEntries(fields) };
  const result = await store({ kind: "update", entity, version: 1 });
  if (result.kind === "entity") return result.entity;
  throw new Error(`Cannot put ${spec.label} into its store: ${result.kind}`);
}
