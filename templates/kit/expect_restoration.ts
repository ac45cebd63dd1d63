/**
 * Checks of deletions that can be taken back, for tests.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "./entity_request.ts";
import type { Entity } from "./entity_spec.ts";
import { type ApiClient, expectProblem } from "./testing.ts";

/** What is tried. */
export interface RestorationTrial<T extends Entity> {
  /** Calls the API. */
  readonly client: ApiClient;
  /** The path of the collection. */
  readonly path: string;
  /** Makes an entity. */
  readonly make: () => Promise<T>;
  /** Whether one can be read. @default false */
  readonly reads?: boolean;
  /** Whether all can be listed. @default false */
  readonly lists?: boolean;
  /** Makes another with a unique value of one that was deleted. @default not tried */
  readonly take?: (deleted: T) => Promise<Entity>;
}

/** Checks that what is deleted is not there, and is as it was when it is restored: once, and if nothing stands against it. */
export async function expectRestoration<T extends Entity>(
  trial: RestorationTrial<T>,
): Promise<void> {
  const { client, path } = trial;
  const made = await trial.make();
  const item = `${path}/${made.id}`;
  assert.equal((await client.delete(item)).status, 204);
  await expectPresent(trial, made.id, false);
  expectProblem(await client.delete(item), 404);
  for (let times = 1; times <= 2; times++) {
    const restored = await client.post<T>(`${item}/restore`);
    assert.equal(restored.status, 200, JSON.stringify(restored.body));
    const { updatedAt } = restored.body;
    assert.deepEqual(restored.body, { ...made, updatedAt });
    await expectPresent(trial, made.id, true);
  }
  const nothing = `${path}/${crypto.randomUUID()}/restore`;
  expectProblem(await client.post(nothing), 404);
  // Also a second time, and no more when another has its place.
  assert.equal((await client.delete(item)).status, 204);
  if (trial.take === undefined) {
    assert.equal((await client.post(`${item}/restore`)).status, 200);
    return;
  }
  const other = await trial.take(made);
  expectProblem(await client.post(`${item}/restore`), 409);
  await expectPresent(trial, made.id, false);
  assert.equal((await client.delete(`${path}/${other.id}`)).status, 204);
  assert.equal((await client.post(`${item}/restore`)).status, 200);
}

async function expectPresent<T extends Entity>(
  { client, path, reads, lists }: RestorationTrial<T>,
  id: string,
  isPresent: boolean,
): Promise<void> {
  if (reads) {
    const { status } = await client.get(`${path}/${id}`);
    assert.equal(status, isPresent ? 200 : 404);
  }
  if (lists) {
    const { body } = await client.get<Page<T>>(`${path}?limit=200`);
    assert.equal(body.items.some((one) => one.id === id), isPresent);
  }
}
