/**
 * Tries to break access rules: does everything there is to do with an entity as somebody who may or may not.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "./entity_request.ts";
import type { Entity } from "./entity_spec.ts";
import { type ApiClient, type ApiResponse, expectProblem } from "./testing.ts";

/** What is tried, and what must come of it: it is allowed, lists only one's own, or is refused with a status. */
export interface AccessStep {
  /** A standard operation, or the last segment of an action's path. */
  readonly operation: string;
  /** What must come of it. */
  readonly answer: "allowed" | "own" | 401 | 403 | 404;
}

/** Where and as whom it is tried. */
export interface AccessTrial {
  /** The entity's path. */
  readonly path: string;
  /** Makes one that belongs to the owner. */
  readonly make: () => Promise<Entity>;
  /** Makes a body for POST and PUT. */
  readonly body: () =>
    | Record<string, unknown>
    | Promise<Record<string, unknown>>;
  /** The API as seen by whoever tries; for users, who are their own owners, it depends on the one that is tried on. */
  readonly client: (made: Entity) => ApiClient;
  /** Reads one past all rules; undefined when it is gone. */
  readonly find: (id: string) => Promise<unknown>;
  /** The last segments of the paths that tell what the list comes to. @default [] */
  readonly aggregates?: readonly string[];
}

/** Tries each step on an entity of its own; whatever is refused must have changed nothing. */
export async function tryAccess(
  t: Deno.TestContext,
  trial: AccessTrial,
  steps: readonly AccessStep[],
): Promise<void> {
  for (const step of steps) {
    await t.step(`${step.operation}: ${step.answer}`, async () => {
      const made = await trial.make();
      const before = await trial.find(made.id);
      const client = trial.client(made);
      const response = await send(client, trial, step.operation, made.id);
      if (step.operation === "list") {
        checkList(response, step, made);
        for (const name of trial.aggregates ?? []) {
          const told = await client.get(`${trial.path}/${name}`);
          checkTotals(told, step, response);
        }
        return;
      }
      checkAnswer(response, step);
      if (step.answer !== "allowed") {
        assert.deepEqual(await trial.find(made.id), before, "it has changed");
      }
    });
  }
}

async function send(
  client: ApiClient,
  { path, body }: AccessTrial,
  operation: string,
  id: string,
): Promise<ApiResponse<unknown>> {
  switch (operation) {
    case "list":
      return await client.get(`${path}?limit=200&sort=-createdAt`);
    case "get":
      return await client.get(`${path}/${id}`);
    case "create":
      return await client.post(path, await body());
    case "replace":
      return await client.put(`${path}/${id}`, await body());
    case "patch":
      return await client.patch(`${path}/${id}`, {});
    case "delete":
      return await client.delete(`${path}/${id}`);
    default:
      return await client.post(`${path}/${id}/${operation}`);
  }
}

function checkAnswer(response: ApiResponse<unknown>, step: AccessStep): void {
  if (typeof step.answer === "number") {
    expectProblem(response, step.answer);
    const challenge = response.headers.get("www-authenticate") ?? "";
    assert.equal(challenge.startsWith("Bearer"), step.answer === 401);
    return;
  }
  // A rule of the entity may still be in the way, but not one of access.
  const { status } = response;
  assert.ok(
    status < 500 && ![401, 403, 404].includes(status),
    `found ${status} ${JSON.stringify(response.body)}`,
  );
}

function checkList(
  response: ApiResponse<unknown>,
  step: AccessStep,
  made: Entity,
): void {
  checkAnswer(response, step);
  if (typeof step.answer === "number") return;
  const page = response.body as Page<Entity>; // what a list is answered with
  const isThere = page.items.some(({ id }) => id === made.id);
  assert.equal(isThere, step.answer === "allowed");
}

/** What a list comes to is no more than it shows. */
function checkTotals(
  response: ApiResponse<unknown>,
  step: AccessStep,
  list: ApiResponse<unknown>,
): void {
  checkAnswer(response, step);
  if (typeof step.answer === "number") return;
  const { items } = list.body as Page<Entity>; // what a list is answered with
  const { groups } = response.body as Totals; // what an aggregate is
  const counted = groups.reduce((sum, { count }) => sum + count, 0);
  assert.equal(counted, items.length, "it counts what the list does not show");
}

interface Totals {
  readonly groups: readonly { readonly count: number }[];
}
