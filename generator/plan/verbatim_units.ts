/**
 * The sources that are copied as they are: the harness, and of the kit what is used.
 *
 * @module
 */
import { posix } from "node:path";
import type { SystemModel } from "../model/system_model.ts";
import { VERBATIM } from "../../templates/mod.ts";
import type { Unit } from "./file_plan.ts";

/** Plans the copies that a system needs: some modules of the kit, and all that these import. */
export function verbatimUnits(
  system: SystemModel,
  options: { readonly harness?: "vendored" | "jsr" },
): Unit[] {
  const paths = new Set<string>();
  for (const root of kitRoots(system)) collect(`kit/${root}.ts`, paths);
  if (options.harness !== "jsr") collect("harness/mod.ts", paths);
  return [...paths].toSorted().map((path): Unit => ({
    path,
    type: "verbatim",
    phase: "scaffold",
    ownership: "verbatim",
    dependsOn: [],
    source: { kind: "verbatim", text: sourceOf(path) },
  }));
}

function kitRoots(system: SystemModel): string[] {
  const clientsWrite = system.entities.some(({ operations }) =>
    operations.some((operation) =>
      ["create", "replace", "patch"].includes(operation)
    )
  );
  return [
    ...ALWAYS,
    ...(clientsWrite ? ["api_schema", "body_schema"] : []),
    ...(system.engine === "memory"
      ? []
      : ["migrations", "sqlite_database", "sqlite_table"]),
    ...(system.entities.some(({ operations }) => operations.includes("create"))
      ? ["arbitraries"]
      : []),
    ...(system.requirements.length > 0 ? ["acceptance"] : []),
  ];
}

function collect(path: string, into: Set<string>): void {
  if (into.has(path)) return;
  into.add(path);
  for (const [, specifier = ""] of sourceOf(path).matchAll(RELATIVE_IMPORT)) {
    collect(posix.join(posix.dirname(path), specifier), into);
  }
}

function sourceOf(path: string): string {
  const text = VERBATIM[path];
  if (text === undefined) {
    throw new RangeError(`Cannot copy "${path}": found no such source`);
  }
  return text;
}

// The controllers' unit tests run on memory tables, whatever the system's store is.
const ALWAYS = [
  "component_bench",
  "crashable",
  "entity_request",
  "entity_routes",
  "entity_service",
  "entity_spec",
  "expect_outcome",
  "http_api",
  "http_listener",
  "memory_database",
  "memory_table",
  "problem",
  "run_system",
  "settings",
  "store_command",
  "supervision",
  "system_routes",
  "testing",
];

const RELATIVE_IMPORT = /\bfrom "(\.\.?\/[^"]+\.ts)"/g;
