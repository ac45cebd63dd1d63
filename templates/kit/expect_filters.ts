/**
 * Checks of filters over HTTP, for tests.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "./entity_request.ts";
import type { Entity } from "./entity_spec.ts";
import type { ApiClient } from "./testing.ts";

/** What is filtered, and by what. */
export interface FilterTrial {
  /** Calls the API. */
  readonly client: ApiClient;
  /** The path of the collection. */
  readonly path: string;
  /** An entity as the API shows it. */
  readonly entity: Entity;
  /** The fields by which lists can be filtered. */
  readonly fields: readonly string[];
  /** All values that a field may have, and be filtered by. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

/** Expects an entity to be found by each of its fields, and every choice to be a filter. */
export async function expectFilters(
  { client, path, entity, fields, choices }: FilterTrial,
): Promise<void> {
  const find = async (field: string, value: unknown) => {
    const query = new URLSearchParams({ [field]: String(value), limit: "200" });
    const found = await client.get<Page<Entity>>(`${path}?${query}`);
    assert.equal(found.status, 200, `${field}=${value}`);
    return found.body.items.map(({ id }) => id);
  };
  for (const field of fields) {
    const held: unknown = Reflect.get(entity, field);
    const value: unknown = Array.isArray(held) ? held[0] : held;
    if (value === null || value === undefined) continue;
    const found = await find(field, value);
    assert.ok(found.includes(entity.id), `not found by ${field}=${value}`);
  }
  for (const [field, values] of Object.entries(choices)) {
    for (const value of values) await find(field, value);
  }
}
