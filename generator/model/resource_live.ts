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

/** Refuses live entities that clients have no list of, and keys that nobody knows any more when something is gone. */
export function checkResourceLive(
  { resources }: ApiModel,
  { entities }: SystemModel,
  diagnostics: DiagnosticList,
): void {
  for (const { name: { snake }, live, key, entity } of resources) {
    const field = entities.find(({ name }) => name.snake === entity)
      ?.fields.find(({ name }) => name === key);
    if (!live || !field || TOLD_KEYS.has(field.type)) continue;
    diagnostics.error(
      "AC650",
      `api.resources.${snake}.key`,
      `Cannot tell by its key that a "${snake}" is gone: found "${key}" of the type ${field.type}, wanted one of ${
        [...TOLD_KEYS].join(", ")
      }`,
      { hint: 'write "id", or leave "live" out' },
    );
  }
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

/** What is known of something that is gone: of its fields those whose values are short. */
const TOLD_KEYS: ReadonlySet<string> = new Set([
  "boolean",
  "date",
  "email",
  "enum",
  "integer",
  "serial",
  "slug",
  "string",
  "uuid",
]);
