/**
 * Tries to reach what belongs to another tenant, by every operation of an entity.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "./entity_request.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { type ApiClient, expectProblem } from "./testing.ts";

/** What is tried, and who may do it with what is their own. */
export interface TenantStep {
  /** A standard operation, or the last segment of an action's path. */
  readonly operation: string;
  /** Its rule. */
  readonly rule: readonly string[];
}

/** What is tried on, and by whom. */
export interface TenantTrial {
  /** The entity. */
  readonly spec: EntitySpec;
  /** What belongs to another tenant. */
  readonly made: Entity;
  /** The API as seen by whoever tries. */
  readonly client: ApiClient;
  /** Their role, if they have one. */
  readonly role: string | undefined;
  /** Reads one past all rules; undefined when it is gone. */
  readonly find: (id: string) => Promise<unknown>;
}

/**
 * Tries each step: whoever may do it with their own finds nothing there, anybody else is refused as always. Nothing of
 * the other tenant's changes.
 */
export async function tryOtherTenant(
  trial: TenantTrial,
  steps: readonly TenantStep[],
): Promise<void> {
  const { spec, made, client, role } = trial;
  const before = await trial.find(made.id);
  for (const { operation, rule } of steps) {
    const mayReach = rule.some((word) =>
      ["users", "owner"].includes(word) || word === role
    );
    if (operation === "list") {
      const page = await client.get<Page<Entity>>(`${spec.path}?limit=200`);
      if (!mayReach) expectProblem(page, 403);
      else assert.ok(!page.body.items.some(({ id }) => id === made.id));
      continue;
    }
    const url = `${spec.path}/${made.id}`;
    const body = before as Record<string, unknown>;
    const answer = await send(client, url, operation, body);
    // Where the rules do not allow it to anybody like this, the refusal tells nothing of the entity either.
    expectProblem(answer, mayReach ? 404 : 403);
  }
  assert.deepEqual(await trial.find(made.id), before, "it has changed");
}

function send(
  client: ApiClient,
  url: string,
  operation: string,
  body: Record<string, unknown>,
) {
  switch (operation) {
    case "get":
      return client.get(url);
    case "replace":
      return client.put(url, body);
    case "patch":
      return client.patch(url, {});
    case "delete":
      return client.delete(url);
    default:
      return client.post(`${url}/${operation}`);
  }
}
