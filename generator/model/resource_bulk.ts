/**
 * What can be done with several entities of a resource at once: what can be done with one, as far as the entity allows it.
 *
 * @module
 */
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import { fieldName } from "./api_naming.ts";
import type { ApiModel, ResourceModel } from "./api_model.ts";
import type { BulkModel } from "./expand_bulk.ts";
import type { EntityModel, SystemModel } from "./system_model.ts";

/** Decides what can be done with several of a resource; undefined where nothing can. */
export function resourceBulkOf(
  { operations }: Pick<ResourceModel, "operations">,
  { bulk }: EntityModel,
): BulkModel | undefined {
  const own =
    bulk?.operations.filter((one) =>
      operations.some(({ operation }) => operation === one)
    ) ?? [];
  return bulk && own.length > 0
    ? { operations: own, most: bulk.most }
    : undefined;
}

/** Refuses operations that no resource has, and keys whose names something else has in what is sent. */
export function checkResourceBulk(
  api: ApiModel,
  { entities }: SystemModel,
  diagnostics: DiagnosticList,
): void {
  for (const { name: { snake }, bulk } of entities) {
    const seen = api.resources.filter(({ entity }) => entity === snake);
    const missing = bulk?.operations.find((operation) =>
      !seen.some((one) => one.bulk?.operations.includes(operation))
    );
    if (missing === undefined) continue;
    diagnostics.error(
      "AC624",
      `entities.${snake}.bulk`,
      `Cannot ${missing} several of "${snake}" at once: found no resource by which clients ${missing} one`,
      {
        at: "key",
        hint:
          `leave "${missing}" out, or add it to the operations of a resource`,
      },
    );
  }
  for (const { name: { snake }, bulk, shows, key } of api.resources) {
    const named = bulk?.operations.some((one) => one !== "create") ?? false;
    const shown = fieldName(api, shows, key);
    if (!named || !TAKEN.includes(shown)) continue;
    diagnostics.error(
      "AC625",
      `api.resources.${snake}`,
      `Cannot change several of "${snake}" at once: found the key under the name "${shown}", which means something else there`,
      { at: "key", hint: "show the key under another name" },
    );
  }
}

/** What stands beside a key. */
const TAKEN: readonly string[] = ["changes", "ifMatch", "if_match"];
