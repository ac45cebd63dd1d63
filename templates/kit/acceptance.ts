/**
 * Acceptance checks: what a sentence of the request promised, seen from a client.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ApiClient, expectContains, expectProblem } from "./testing.ts";

/** A body that clients send, or a part of an entity. */
export type Body = Readonly<Record<string, unknown>>;

/** Checks that the body creates an entity and comes back in it. */
export async function expectCreates(
  client: ApiClient,
  path: string,
  body: Body,
): Promise<void> {
  const created = await client.post(path, body);
  assert.equal(created.status, 201);
  expectContains(created.body, body);
}

/** Checks that the list contains the entity. */
export async function expectLists(
  client: ApiClient,
  path: string,
  entity: { readonly id: string },
): Promise<void> {
  const page = await client.get(path);
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [entity]);
}

/** Checks that the entity can be read. */
export async function expectReads(
  client: ApiClient,
  path: string,
  entity: { readonly id: string },
): Promise<void> {
  const found = await client.get(path);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, entity);
}

/** Checks that the body replaces the entity. */
export async function expectReplaces(
  client: ApiClient,
  path: string,
  body: Body,
): Promise<void> {
  const replaced = await client.put(path, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, body);
}

/** Checks that the change is made. */
export async function expectPatches(
  client: ApiClient,
  path: string,
  change: Body,
): Promise<void> {
  const changed = await client.patch(path, change);
  assert.equal(changed.status, 200);
  expectContains(changed.body, change);
}

/** Checks that the entity can be deleted and is gone then. */
export async function expectDeletes(
  client: ApiClient,
  path: string,
): Promise<void> {
  assert.equal((await client.delete(path)).status, 204);
  expectProblem(await client.delete(path), 404);
}

/** Checks that the action succeeds and has this effect. */
export async function expectAction(
  client: ApiClient,
  path: string,
  effect: Body,
): Promise<void> {
  const done = await client.post(path);
  assert.equal(done.status, 200);
  expectContains(done.body, effect);
}

/** Checks that the API has no such operation. */
export async function expectNoOperation(
  client: ApiClient,
  method: string,
  path: string,
): Promise<void> {
  const refused = await client.send(path, { method });
  assert.ok(
    [404, 405].includes(refused.status),
    `${method} ${path} answered ${refused.status}`,
  );
}

/** Checks that the field, as given in the body, is kept. */
export async function expectKeeps(
  client: ApiClient,
  path: string,
  body: Body,
  field: string,
): Promise<void> {
  assert.ok(field in body, `the example body has no ${field}`);
  const created = await client.post(path, body);
  assert.equal(created.status, 201);
  assert.deepEqual(created.body[field], body[field]);
}

/** Checks that a body without the field is refused. */
export async function expectRequires(
  client: ApiClient,
  path: string,
  body: Body,
  field: string,
): Promise<void> {
  const { [field]: _left, ...rest } = body;
  expectProblem(await client.post(path, rest), 422, field);
}

/** Checks that the field has this value when the body leaves it out. */
export async function expectDefault(
  client: ApiClient,
  path: string,
  body: Body,
  expected: { readonly field: string; readonly value: unknown },
): Promise<void> {
  const { [expected.field]: _left, ...rest } = body;
  const created = await client.post(path, rest);
  assert.equal(created.status, 201);
  assert.deepEqual(created.body[expected.field], expected.value);
}

/** Checks that the field may not have this value, under the given status. */
export async function expectRefusesValue(
  client: ApiClient,
  path: string,
  body: Body,
  refused: {
    readonly field: string;
    readonly value: unknown;
    readonly status?: number;
  },
): Promise<void> {
  const answer = await client.post(path, {
    ...body,
    [refused.field]: refused.value,
  });
  expectProblem(answer, refused.status ?? 422, refused.field);
}
