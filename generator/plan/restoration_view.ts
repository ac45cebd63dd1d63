/**
 * What documents say of entities that can be restored after a deletion.
 *
 * @module
 */
import type { EntityModel } from "../model/system_model.ts";
import { mdCode, type Safe, safe } from "../../templates/safe_text.ts";

type Md = Safe<"md">;

/** Says for docs/ENTITIES.md what becomes of those that are deleted. */
export function restorationNotes({ softDelete, path }: EntityModel): Md[] {
  return softDelete
    ? [
      safe`one that is deleted is gone for every read, reference and unique value, and the delete rules of what refers to it hold; ${
        mdCode(`POST ${path}/{id}/restore`)
      } brings it back with its id, unless something stands against it by then (409): a value that was taken, a rule, or what it refers to being gone`,
      safe`what was deleted with it, or cleared, does not come back with it: what can be restored itself can be restored afterwards`,
    ]
    : [];
}
