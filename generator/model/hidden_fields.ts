/**
 * Fields that no answer shows: nothing that an API of its own shape says may tell them.
 *
 * @module
 */
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import { quoted } from "../blueprint/quoted.ts";
import type { EntityModel } from "./system_model.ts";

/** Tells whether a field of an entity is one that no answer shows. */
export function isHiddenField(
  { fields }: Pick<EntityModel, "fields">,
  name: string,
): boolean {
  return fields.some((field) => field.name === name && field.writeOnly);
}

/** Refuses a place that would tell of a field that no answer shows; tells whether it did. */
export function refuseHidden(
  entity: EntityModel,
  field: string,
  path: string,
  { use, diagnostics }: {
    /** What the place does with it: "to filter by". */
    readonly use: string;
    readonly diagnostics: DiagnosticList;
  },
): boolean {
  if (!isHiddenField(entity, field)) return false;
  diagnostics.error(
    "AC546",
    path,
    `Cannot use ${
      quoted(field)
    } ${use}: found it write-only, so no answer may tell it`,
    { hint: 'remove "writeOnly" from the field, or leave it out here' },
  );
  return true;
}
