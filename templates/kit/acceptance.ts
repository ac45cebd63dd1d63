/**
 * Acceptance checks: what a sentence of the request promised, seen from a client.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { EntityReply, EntityRequest } from "./entity_request.ts";
import {
  type ApiClient,
  type ApiResponse,
  expectContains,
  expectProblem,
  type JsonBody,
} from "./testing.ts";

/** A body that clients send, or a part of an entity. */
export type Body = Readonly<Record<string, unknown>>;

/** Sends a body to where it is to be kept. */
export type Write = (body: Body) => Promise<ApiResponse<JsonBody>>;

/** Stands for the time of a change, as the server sets it. */
export const NOW: unique symbol = Symbol("the time of the change");

/** Writes by POST. */
export function posting(client: ApiClient, path: string): Write {
  return (body) => client.post(path, body);
}

/** Writes by PUT. */
export function putting(client: ApiClient, path: string): Write {
  return (body) => client.put(path, body);
}

/** Writes by PATCH. */
export function patching(client: ApiClient, path: string): Write {
  return (body) => client.patch(path, body);
}

/** Writes inside, by a controller, what the API does not let clients write. */
export function creating(
  handle: (request: EntityRequest) => Promise<EntityReply<object>>,
): Write {
  return async (body) => {
    const reply = await handle({ operation: "create", body });
    const status = reply.ok ? 201 : reply.problem.status;
    const type = reply.ok ? "application/json" : "application/problem+json";
    const headers = new Headers({ "content-type": type });
    const answer = reply.ok ? reply.value : reply.problem;
    return { status, headers, body: { ...answer } };
  };
}

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

/** Checks that the action succeeds and has this effect; {@link NOW} is the time of the change. */
export async function expectAction(
  client: ApiClient,
  path: string,
  effect: Body,
): Promise<void> {
  const done = await client.post(path);
  assert.equal(done.status, 200);
  for (const [field, value] of Object.entries(effect)) {
    expectField(done.body, { field, value, since: "updatedAt" });
  }
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
  write: Write,
  body: Body,
  field: string,
): Promise<void> {
  assert.ok(field in body, `the example body has no ${field}`);
  const kept = expectWritten(await write(body));
  assert.deepEqual(kept[field], body[field]);
}

/** Checks that what the path answers, an entity or a page of them, shows the entity's field. */
export async function expectShows(
  client: ApiClient,
  path: string,
  entity: { readonly id: string },
  field: string,
): Promise<void> {
  const { status, body } = await client.get(path);
  assert.equal(status, 200);
  const shown = [body, ...Array.isArray(body.items) ? body.items : []]
    .find((one) => one.id === entity.id);
  const value: unknown = Object.entries(entity)
    .find(([name]) => name === field)?.[1];
  assert.ok(value !== undefined && value !== null, `found no ${field}`);
  expectContains(shown, { [field]: value });
}

/** Checks that a body without the field is refused. */
export async function expectRequires(
  write: Write,
  body: Body,
  field: string,
): Promise<void> {
  const { [field]: _left, ...rest } = body;
  expectProblem(await write(rest), 422, field);
}

/** Checks that a body without the field is accepted. */
export async function expectOptional(
  write: Write,
  body: Body,
  field: string,
): Promise<void> {
  const { [field]: _left, ...rest } = body;
  expectWritten(await write(rest));
}

/** Checks that the field has this value when the body leaves it out; {@link NOW} is the time of creation. */
export async function expectDefault(
  write: Write,
  body: Body,
  expected: { readonly field: string; readonly value: unknown },
): Promise<void> {
  const { [expected.field]: _left, ...rest } = body;
  const kept = expectWritten(await write(rest));
  expectField(kept, { ...expected, since: "createdAt" });
}

/** Checks that the field may not have this value, under the given status. */
export async function expectRefusesValue(
  write: Write,
  body: Body,
  refused: {
    readonly field: string;
    readonly value: unknown;
    readonly status?: number;
  },
): Promise<void> {
  const answer = await write({ ...body, [refused.field]: refused.value });
  expectProblem(answer, refused.status ?? 422, refused.field);
}

function expectWritten({ status, body }: ApiResponse<JsonBody>): JsonBody {
  assert.ok([200, 201].includes(status), JSON.stringify(body));
  return body;
}

/** A date or a time of day set at the time of a change is a part of that change's timestamp. */
function expectField(
  entity: JsonBody,
  expected: {
    readonly field: string;
    readonly value: unknown;
    readonly since: "createdAt" | "updatedAt";
  },
): void {
  const found = entity[expected.field];
  if (expected.value !== NOW) {
    assert.deepEqual(found, expected.value, expected.field);
    return;
  }
  const changed = String(entity[expected.since]);
  assert.ok(
    typeof found === "string" && found !== "" && changed.includes(found),
    `found ${found} in ${expected.field}, wanted the time ${changed}`,
  );
}
