/**
 * Which resources clients can listen to: those of live entities that have a list, by whose rule it is told.
 *
 * @module
 */
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import type { ApiModel, ResourceModel } from "./api_model.ts";
import type { EntityModel, SystemModel } from "./system_model.ts";

/** Tells whether clients can listen to the changes of a resource. */
export function isLive(
  { operations }: Pick<ResourceModel, "operations">,
  { live }: EntityModel,
): boolean {
  return live === true &&
    operations.some(({ operation }) => operation === "list");
}

/** Refuses live entities that clients have no list of. */
export function checkResourceLive(
  { resources }: ApiModel,
  { entities }: SystemModel,
  diagnostics: DiagnosticList,
): void {
  for (const { name: { snake }, live, operations } of entities) {
    const isSeen = resources.some((one) => one.entity === snake && one.live);
    // That the entity itself has no list is told where the entity is.
    if (!live || isSeen || !operations.includes("list")) continue;
    diagnostics.error(
      "AC650",
      `entities.${snake}.live`,
      `Cannot tell of changes of "${snake}": found no resource of it with the operation "list", by whose rule it is told`,
      {
        at: "key",
        hint:
          `add one to "api.resources", or "list" to its operations, or leave "live" out`,
      },
    );
  }
}
