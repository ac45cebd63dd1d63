/**
 * The client about controllers, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ControllerCreate, tagOf } from "../../client/client.ts";
import { makeController } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a controller", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: ControllerCreate = {
    isbn: "-X---3X-94X",
    code: "b",
  };
  const created = await client.controllers.create(body);
  assert.deepEqual(await client.controllers.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.controllers.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a controller", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aController = await makeController(test.system);
  const found = await client.controllers.get(aController.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.controllers.getIfChanged(aController.id, {}, same),
    undefined,
  );
  const part = await client.controllers.get(aController.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(
    client.controllers.get(crypto.randomUUID()),
    refusal(404),
  );
});

Deno.test("the client lists all controllers, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeController(test.system),
    await makeController(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.controllers.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a controller", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aController = await makeController(test.system);
  const change = { isbn: "29X07---X-8" } as const;
  const changed = await client.controllers.patch(aController.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a controller", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aController = await makeController(test.system);
  await client.controllers.delete(aController.id);
  await assert.rejects(client.controllers.delete(aController.id), refusal(404));
});
