/**
 * What clients can rely on: every endpoint of suppliers, called in process.
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
import type { Supplier } from "../../models/supplier.ts";
import { makeSupplier, supplierBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /suppliers lists suppliers page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeSupplier(test.system);
  const second = await makeSupplier(test.system);

  const page = await test.client.get<Page<Supplier>>("/suppliers?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Supplier>>(
    `/suppliers?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /suppliers sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeSupplier(test.system);
  const second = await makeSupplier(test.system, { name: "Changed" });

  const sorted = await test.client.get<Page<Supplier>>("/suppliers?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ name: String("Changed") });
  const filtered = await test.client.get<Page<Supplier>>(
    `/suppliers?${filter}`,
  );
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /suppliers filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/suppliers",
    entity: await makeSupplier(test.system),
    fields: ["name"],
    choices: {},
  });
});

Deno.test("GET /suppliers?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeSupplier(test.system);
  for (const field of ["name"]) {
    const q = `needle ${field}`;
    const aSupplier = await makeSupplier(test.system, { [field]: q });
    const found = await test.client.get<Page<Supplier>>(
      `/suppliers?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aSupplier]);
  }
});

Deno.test("GET /suppliers refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/suppliers?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/suppliers?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/suppliers?cursor=nonsense"), 400);
});

Deno.test("POST /suppliers creates a supplier", async () => {
  await using test = await startTestSystem();
  const body = supplierBody();

  const created = await test.client.post<Supplier>("/suppliers", body);
  assert.equal(created.status, 201);
  assert.equal(
    created.headers.get("location"),
    `/suppliers/${created.body.id}`,
  );
  expectContains(created.body, body);
  const found = await test.client.get(`/suppliers/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /suppliers refuses what is not a supplier", async (t) => {
  await using test = await startTestSystem();
  const body = supplierBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["name missing", { name: undefined }, "name"],
    ["name of the wrong type", { name: { not: "this" } }, "name"],
    ["name blank", { name: " " }, "name"],
    ["name too long", { name: "x".repeat(81) }, "name"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/suppliers", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/suppliers", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/suppliers",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /suppliers takes a supplier at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["name as long as it may be", { name: "x".repeat(80) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = supplierBody();
      const created = await test.client.post<Supplier>("/suppliers", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /suppliers/{id} reads one supplier", async () => {
  await using test = await startTestSystem();
  const aSupplier = await makeSupplier(test.system);
  const found = await test.client.get(`/suppliers/${aSupplier.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aSupplier);
  expectProblem(
    await test.client.get(`/suppliers/${crypto.randomUUID()}`),
    404,
  );
  expectProblem(await test.client.get("/suppliers/no-uuid"), 404);
});

Deno.test("GET /suppliers/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aSupplier = await makeSupplier(test.system);
  await expectConditionalRead(test.client, `/suppliers/${aSupplier.id}`);
});

Deno.test("PUT /suppliers/{id} replaces a supplier, never creates one", async () => {
  await using test = await startTestSystem();
  const aSupplier = await makeSupplier(test.system);
  const body = { ...supplierBody() };
  const replaced = await test.client.put<Supplier>(
    `/suppliers/${aSupplier.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aSupplier.id,
    createdAt: aSupplier.createdAt,
  });
  expectProblem(
    await test.client.put(`/suppliers/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /suppliers/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aSupplier = await makeSupplier(test.system);
  const changed = await test.client.patch<Supplier>(
    `/suppliers/${aSupplier.id}`,
    { name: "Changed" },
  );
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aSupplier,
    name: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/suppliers/${aSupplier.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/suppliers/${aSupplier.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/suppliers/${aSupplier.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/suppliers/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /suppliers/{id} deletes a supplier once", async () => {
  await using test = await startTestSystem();
  const aSupplier = await makeSupplier(test.system);
  assert.equal(
    (await test.client.delete(`/suppliers/${aSupplier.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/suppliers/${aSupplier.id}`), 404);
});

Deno.test("/suppliers/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aSupplier = await makeSupplier(test.system);
  const path = `/suppliers/${aSupplier.id}`;
  const body = { ...supplierBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
