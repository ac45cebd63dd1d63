/**
 * The part of expansion about what is done with several entities at once.
 *
 * @module
 */
import {
  BULK_OPERATIONS,
  type BulkOperation,
  type EntityBlueprint,
  type Operation,
} from "../blueprint/blueprint.ts";
import type { EntityModel } from "./system_model.ts";

/** What can be done with several entities at once, with everything decided. */
export interface BulkModel {
  /** The operations. */
  readonly operations: readonly BulkOperation[];
  /** How many there can be. */
  readonly most: number;
}

/** Decides what can be done with several at once. */
export function expandBulk(
  { bulk, bulkLimit = 100 }: EntityBlueprint,
  present: readonly Operation[],
): BulkModel | undefined {
  const words = [bulk ?? []].flat();
  const operations = BULK_OPERATIONS.filter((operation) =>
    present.includes(operation) &&
    (words.includes("all") || words.includes(operation))
  );
  return operations.length === 0 ? undefined : { operations, most: bulkLimit };
}

/** Writes it as a blueprint does. */
export function writtenBulk(
  { bulk }: EntityModel,
): Pick<EntityBlueprint, "bulk" | "bulkLimit"> {
  return bulk === undefined
    ? {}
    : { bulk: bulk.operations, bulkLimit: bulk.most };
}
