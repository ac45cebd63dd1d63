/**
 * Checks of what a store finds, for tests.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type Entity, valueOf } from "./entity_spec.ts";
import type { FilterValue, ListQuery } from "./list_query.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";

/** What an entity is found by. */
export interface FoundBy {
  /** Its fields, each by its value. */
  readonly fields: readonly string[];
  /** The fields whose texts are searched. @default none */
  readonly texts?: readonly string[];
}

/** Checks that a store, which has nothing else, finds an entity by its values, and not by others. */
export async function expectFound<T extends Entity>(
  run: (command: StoreCommand<T>) => Promise<StoreResult<T>>,
  entity: T,
  { fields, texts = [] }: FoundBy,
): Promise<void> {
  const find = async (query: Pick<ListQuery, "filters" | "search">) => {
    const result = await run({
      kind: "list",
      query: { limit: 2, sort: [], ...query },
    });
    assert.ok(result.kind === "page", result.kind);
    return result.page.items;
  };
  for (const field of fields) {
    const value = valueOf(entity, field) as FilterValue;
    const found = await find({ filters: [{ field, value }] });
    assert.deepEqual(found, [entity], field);
    const none = await find({ filters: [{ field, value: null }] });
    assert.deepEqual(none, [], field);
  }
  for (const field of texts) {
    const search = String(valueOf(entity, field));
    assert.deepEqual(await find({ filters: [], search }), [entity], field);
  }
}
