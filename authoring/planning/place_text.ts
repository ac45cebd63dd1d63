/**
 * What stands at a place of a blueprint.
 *
 * @module
 */
import type { Blueprint } from "../../generator/blueprint/blueprint.ts";

/** Returns what stands behind keys as JSON; behind those that are not there, what stands at the last that is. */
export function textAt(keys: readonly string[], blueprint: Blueprint): string {
  return JSON.stringify(valueAt(keys, blueprint)) ?? "";
}

/** Returns the same without descriptions: what is built, and not only told. */
export function ruleTextAt(
  keys: readonly string[],
  blueprint: Blueprint,
): string {
  const value = valueAt(keys, blueprint);
  if (keys.at(-1) === "description" && typeof value === "string") return "";
  return JSON.stringify(
    value,
    (key, one: unknown) =>
      key === "description" && typeof one === "string" ? undefined : one,
  ) ?? "";
}

/** Returns what stands behind keys; behind those that are not there, what stands at the last that is. */
export function valueAt(
  keys: readonly string[],
  blueprint: Blueprint,
): unknown {
  let node: unknown = blueprint;
  for (const key of keys) {
    if (typeof node !== "object" || node === null) break;
    const entry = Object.entries(node).find(([name]) => name === key);
    if (!entry) break;
    node = entry[1];
  }
  return node;
}
