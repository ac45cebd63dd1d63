/**
 * Several writes, one after another, until one is refused.
 *
 * @module
 */
import type { Entity } from "./entity_spec.ts";
import { BatchRefused, type StoreResult } from "./store_command.ts";

/** Answers of several writes that were all carried out, or throws what stands against one. */
export function carriedOut<T extends Entity>(
  result: StoreResult<T>,
  index: number,
): StoreResult<T> {
  if (result.kind === "entity" || result.kind === "deleted") return result;
  throw new BatchRefused<T>({ kind: "refused", index, result });
}

/** The entities that writes left. */
export function itemsOf<T extends Entity>(
  results: readonly StoreResult<T>[],
): readonly T[] {
  return results.flatMap((result) =>
    result.kind === "entity" ? [result.entity] : []
  );
}
