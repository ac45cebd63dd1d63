/**
 * What stands at a place of a blueprint.
 *
 * @module
 */
import type { Blueprint } from "../../generator/blueprint/blueprint.ts";

/** Returns what stands behind keys as JSON; behind those that are not there, what stands at the last that is. */
export function textAt(keys: readonly string[], blueprint: Blueprint): string {
  let node: unknown = blueprint;
  for (const key of keys) {
    if (typeof node !== "object" || node === null) break;
    const entry = Object.entries(node).find(([name]) => name === key);
    if (!entry) break;
    node = entry[1];
  }
  return JSON.stringify(node) ?? "";
}
