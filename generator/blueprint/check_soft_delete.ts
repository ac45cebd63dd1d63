/**
 * What can be restored after a deletion: is there one, and is the name of the operation free?
 *
 * @module
 */
import type { Blueprint, EntityBlueprint } from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { sameName } from "./access_rules.ts";

/** Checks one entity. */
export function checkSoftDelete(
  name: string,
  entity: EntityBlueprint,
  { users }: Blueprint,
  diagnostics: DiagnosticList,
): void {
  if (!entity.softDelete) return;
  const path = `entities.${name}.softDelete`;
  const refuse = (found: string, hint: string) =>
    diagnostics.error(
      "AC537",
      path,
      `Cannot let "${name}" be restored: ${found}`,
      { at: "key", hint },
    );
  if (users && (users.entity ?? "user") === name) {
    refuse(
      "found that users are this, whose passwords and tokens go with them",
      "add a boolean field and an action that sets it",
    );
  }
  if (entity.operations && !entity.operations.includes("delete")) {
    refuse(
      'found no operation "delete"',
      'add "delete" to "operations", or leave "softDelete" out',
    );
  }
  const action = Object.keys(entity.actions ?? {})
    .find((key) => sameName(key, "restore"));
  if (action) {
    refuse(`found an action "${action}"`, "give the action another name");
  }
}
