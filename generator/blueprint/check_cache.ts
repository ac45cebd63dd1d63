/**
 * What is kept in memory: can anybody read it?
 *
 * @module
 */
import type { Blueprint, EntityBlueprint } from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";

/** Checks one entity. In an API of its own shape, its resources say what can be read. */
export function checkCache(
  name: string,
  { cache, operations }: EntityBlueprint,
  { api }: Blueprint,
  diagnostics: DiagnosticList,
): void {
  if (cache === undefined || api !== undefined || operations === undefined) {
    return;
  }
  if (operations.includes("get") || operations.includes("list")) return;
  diagnostics.error(
    "AC690",
    `entities.${name}.cache`,
    `Cannot keep "${name}" in memory: found no operation that reads it`,
    { at: "key", hint: 'add "get" or "list" to "operations"' },
  );
}
