/**
 * The client about sqls, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type SQLEntityCreate, tagOf } from "../../client/client.ts";
import { makeAPI, makeSQL } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a sql", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: SQLEntityCreate = {
    s: "Some s",
    apiId: (await makeAPI(test.system)).id,
  };
  const created = await client.sqls.create(body);
  assert.deepEqual(await client.sqls.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.sqls.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a sql", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aSQL = await makeSQL(test.system);
  const found = await client.sqls.get(aSQL.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.sqls.getIfChanged(aSQL.id, {}, same), undefined);
  const part = await client.sqls.get(aSQL.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.sqls.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all sqls, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeSQL(test.system), await makeSQL(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.sqls.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a sql", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aSQL = await makeSQL(test.system);
  const change = { s: "Changed" } as const;
  const changed = await client.sqls.patch(aSQL.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a sql", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aSQL = await makeSQL(test.system);
  await client.sqls.delete(aSQL.id);
  await assert.rejects(client.sqls.delete(aSQL.id), refusal(404));
});
