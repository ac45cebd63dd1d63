/**
 * What documents say of entities that can be restored after a deletion.
 *
 * @module
 */
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { joined, mdCode, type Safe, safe } from "../../templates/safe_text.ts";
import { restoredAt } from "./restore_view.ts";

type Md = Safe<"md">;

/** Says for docs/ENTITIES.md what becomes of those that are deleted. */
export function restorationNotes(
  entity: EntityModel,
  { api }: SystemModel,
): Md[] {
  if (!entity.softDelete) return [];
  const paths = api === undefined
    ? [`POST ${entity.path}/{id}/restore`]
    : api.resources.filter((one) => one.entity === entity.name.snake)
      .flatMap((resource) => restoredAt(resource, entity))
      .map((path) => path.replace("post", "POST"));
  const restores: Md = paths.length === 0
    ? safe`no client can bring it back`
    : safe`${
      joined(paths.map((path) => mdCode(path)), safe` or `)
    } brings it back with its id, unless something stands against it by then (409): a value that was taken, a rule, or what it refers to being gone`;
  return [
    safe`one that is deleted is gone for every read, reference and unique value, and the delete rules of what refers to it hold; ${restores}`,
    safe`what was deleted with it, or cleared, does not come back with it: what can be restored itself can be restored afterwards`,
  ];
}
