/**
 * Where the logic of an entity is.
 *
 * @module
 */
import type { EntityModel } from "../model/system_model.ts";

/** Gives the path of an entity's file of logic in the output. */
export function pathOf({ name }: EntityModel): string {
  return `logic/${name.snake}_logic.ts`;
}
