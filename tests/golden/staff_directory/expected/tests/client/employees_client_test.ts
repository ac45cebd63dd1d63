/**
 * The client about employees, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type EmployeeCreate, tagOf } from "../../client/client.ts";
import { makeEmployee } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates an employee", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: EmployeeCreate = {
    name: "Some name",
    email: "someone@example.com",
  };
  const created = await client.employees.create(body);
  assert.deepEqual(await client.employees.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.employees.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads an employee", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anEmployee = await makeEmployee(test.system);
  const found = await client.employees.get(anEmployee.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.employees.getIfChanged(anEmployee.id, {}, same),
    undefined,
  );
  const part = await client.employees.get(anEmployee.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.employees.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all employees, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeEmployee(test.system),
    await makeEmployee(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.employees.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes an employee", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anEmployee = await makeEmployee(test.system);
  const change = { name: "Changed" } as const;
  const changed = await client.employees.patch(anEmployee.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes an employee", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anEmployee = await makeEmployee(test.system);
  await client.employees.delete(anEmployee.id);
  await assert.rejects(client.employees.delete(anEmployee.id), refusal(404));
});
