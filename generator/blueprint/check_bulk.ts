/**
 * Several at once: does the entity have alone what it shall have in bulk, and has the API a place for it?
 *
 * @module
 */
import { BULK_OPERATIONS, type EntityBlueprint } from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";

/** Checks one entity. */
export function checkBulk(
  name: string,
  { bulk, bulkLimit, operations }: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  const path = `entities.${name}`;
  if (bulk === undefined) {
    if (bulkLimit === undefined) return;
    diagnostics.error(
      "AC623",
      `${path}.bulkLimit`,
      `Cannot limit what is changed at once: found no "bulk" in "${name}"`,
      { at: "key", hint: 'add "bulk: all"' },
    );
    return;
  }
  const present = BULK_OPERATIONS.filter((operation) =>
    operations === undefined || operations.includes(operation)
  );
  const missing = [bulk].flat().find((word) =>
    word === "all" ? present.length === 0 : !present.includes(word)
  );
  if (missing === undefined) return;
  diagnostics.error(
    "AC621",
    `${path}.bulk`,
    missing === "all"
      ? `Cannot change several of "${name}" at once: found none of ${
        BULK_OPERATIONS.join(", ")
      } among its operations`
      : `Cannot ${missing} several of "${name}" at once: found that clients cannot ${missing} one`,
    {
      at: "key",
      hint: missing === "all"
        ? 'leave "bulk" out'
        : `leave "${missing}" out, or add it to "operations"`,
    },
  );
}
