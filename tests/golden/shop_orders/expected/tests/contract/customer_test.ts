/**
 * What clients can rely on: every endpoint of customers, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "../../kit/entity_request.ts";
import {
  expectConditionalChange,
  expectConditionalRead,
} from "../../kit/expect_conditions.ts";
import { expectFilters } from "../../kit/expect_filters.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Customer } from "../../models/customer.ts";
import { customerBody, makeCustomer } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /customers lists customers page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeCustomer(test.system);
  const second = await makeCustomer(test.system);

  const page = await test.client.get<Page<Customer>>("/customers?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Customer>>(
    `/customers?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /customers sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeCustomer(test.system);
  const second = await makeCustomer(test.system, { name: "Changed" });

  const sorted = await test.client.get<Page<Customer>>("/customers?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ name: String("Changed") });
  const filtered = await test.client.get<Page<Customer>>(
    `/customers?${filter}`,
  );
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /customers filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/customers",
    entity: await makeCustomer(test.system),
    fields: ["name", "email", "since"],
    choices: {},
  });
});

Deno.test("GET /customers?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeCustomer(test.system);
  for (const field of ["name"]) {
    const q = `needle ${field}`;
    const aCustomer = await makeCustomer(test.system, { [field]: q });
    const found = await test.client.get<Page<Customer>>(
      `/customers?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aCustomer]);
  }
});

Deno.test("GET /customers refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/customers?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/customers?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/customers?cursor=nonsense"), 400);
});

Deno.test("POST /customers creates a customer", async () => {
  await using test = await startTestSystem();
  const body = customerBody();

  const created = await test.client.post<Customer>("/customers", body);
  assert.equal(created.status, 201);
  assert.equal(
    created.headers.get("location"),
    `/customers/${created.body.id}`,
  );
  expectContains(created.body, body);
  const found = await test.client.get(`/customers/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /customers refuses what is not a customer", async (t) => {
  await using test = await startTestSystem();
  const body = customerBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["name missing", { name: undefined }, "name"],
    ["name of the wrong type", { name: { not: "this" } }, "name"],
    ["name blank", { name: " " }, "name"],
    ["name too long", { name: "x".repeat(81) }, "name"],
    ["email missing", { email: undefined }, "email"],
    ["email of the wrong type", { email: { not: "this" } }, "email"],
    ["email too long", { email: "x".repeat(255) + "@example.com" }, "email"],
    ["email malformed", { email: "not this" }, "email"],
    ["since of the wrong type", { since: { not: "this" } }, "since"],
    ["since malformed", { since: "not this" }, "since"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/customers", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/customers", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/customers",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /customers takes a customer at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { since: undefined }, { since: null }],
    ["name as long as it may be", { name: "x".repeat(80) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = customerBody();
      const created = await test.client.post<Customer>("/customers", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /customers refuses a second customer with the same email", async () => {
  await using test = await startTestSystem();
  const taken = (await makeCustomer(test.system)).email;
  expectProblem(
    await test.client.post("/customers", { ...customerBody(), email: taken }),
    409,
    "email",
  );
});

Deno.test("GET /customers/{id} reads one customer", async () => {
  await using test = await startTestSystem();
  const aCustomer = await makeCustomer(test.system);
  const found = await test.client.get(`/customers/${aCustomer.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aCustomer);
  expectProblem(
    await test.client.get(`/customers/${crypto.randomUUID()}`),
    404,
  );
  expectProblem(await test.client.get("/customers/no-uuid"), 404);
});

Deno.test("GET /customers/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aCustomer = await makeCustomer(test.system);
  await expectConditionalRead(test.client, `/customers/${aCustomer.id}`);
});

Deno.test("PUT /customers/{id} replaces a customer, never creates one", async () => {
  await using test = await startTestSystem();
  const aCustomer = await makeCustomer(test.system);
  const body = { ...customerBody(), since: aCustomer.since };
  const replaced = await test.client.put<Customer>(
    `/customers/${aCustomer.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aCustomer.id,
    createdAt: aCustomer.createdAt,
  });
  expectProblem(
    await test.client.put(`/customers/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /customers/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aCustomer = await makeCustomer(test.system);
  const changed = await test.client.patch<Customer>(
    `/customers/${aCustomer.id}`,
    { name: "Changed" },
  );
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aCustomer,
    name: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/customers/${aCustomer.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/customers/${aCustomer.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/customers/${aCustomer.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/customers/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("PATCH /customers/{id} never changes since", async () => {
  await using test = await startTestSystem();
  const aCustomer = await makeCustomer(test.system);
  expectProblem(
    await test.client.patch(`/customers/${aCustomer.id}`, {
      since: "2031-02-20",
    }),
    422,
    "since",
  );
});

Deno.test("DELETE /customers/{id} deletes a customer once", async () => {
  await using test = await startTestSystem();
  const aCustomer = await makeCustomer(test.system);
  assert.equal(
    (await test.client.delete(`/customers/${aCustomer.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/customers/${aCustomer.id}`), 404);
});

Deno.test("/customers/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aCustomer = await makeCustomer(test.system);
  const path = `/customers/${aCustomer.id}`;
  const body = { ...customerBody(), since: aCustomer.since };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
