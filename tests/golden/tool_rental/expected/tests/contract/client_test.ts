/**
 * What clients can rely on: every endpoint of clients, called in process.
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
import type { Client } from "../../models/client.ts";
import { clientBody, makeClient } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /clients lists clients page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeClient(test.system);
  const second = await makeClient(test.system);

  const page = await test.client.get<Page<Client>>("/clients?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Client>>(
    `/clients?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /clients sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeClient(test.system);
  const second = await makeClient(test.system, { name: "Changed" });

  const sorted = await test.client.get<Page<Client>>("/clients?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ name: String("Changed") });
  const filtered = await test.client.get<Page<Client>>(`/clients?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /clients filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/clients",
    entity: await makeClient(test.system),
    fields: ["name", "credit"],
    choices: {},
  });
});

Deno.test("GET /clients?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeClient(test.system);
  for (const field of ["name"]) {
    const q = `needle ${field}`;
    const aClient = await makeClient(test.system, { [field]: q });
    const found = await test.client.get<Page<Client>>(
      `/clients?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aClient]);
  }
});

Deno.test("GET /clients refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/clients?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/clients?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/clients?cursor=nonsense"), 400);
});

Deno.test("POST /clients creates a client", async () => {
  await using test = await startTestSystem();
  const body = clientBody();

  const created = await test.client.post<Client>("/clients", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/clients/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/clients/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /clients refuses what is not a client", async (t) => {
  await using test = await startTestSystem();
  const body = clientBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["name missing", { name: undefined }, "name"],
    ["name of the wrong type", { name: { not: "this" } }, "name"],
    ["name blank", { name: " " }, "name"],
    ["name too long", { name: "x".repeat(81) }, "name"],
    ["credit of the wrong type", { credit: { not: "this" } }, "credit"],
    ["credit too small", { credit: -1 }, "credit"],
    ["credit too large", { credit: 501 }, "credit"],
    ["credit with too many decimals", { credit: 9.501 }, "credit"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/clients", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/clients", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/clients", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /clients takes a client at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["name as long as it may be", { name: "x".repeat(80) }],
    ["credit at least 0", { credit: 0 }],
    ["credit at most 500", { credit: 500 }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = clientBody();
      const created = await test.client.post<Client>("/clients", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /clients/{id} reads one client", async () => {
  await using test = await startTestSystem();
  const aClient = await makeClient(test.system);
  const found = await test.client.get(`/clients/${aClient.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aClient);
  expectProblem(await test.client.get(`/clients/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/clients/no-uuid"), 404);
});

Deno.test("GET /clients/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aClient = await makeClient(test.system);
  await expectConditionalRead(test.client, `/clients/${aClient.id}`);
});

Deno.test("PUT /clients/{id} replaces a client, never creates one", async () => {
  await using test = await startTestSystem();
  const aClient = await makeClient(test.system);
  const body = { ...clientBody() };
  const replaced = await test.client.put<Client>(
    `/clients/${aClient.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aClient.id,
    createdAt: aClient.createdAt,
  });
  expectProblem(
    await test.client.put(`/clients/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /clients/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aClient = await makeClient(test.system);
  const changed = await test.client.patch<Client>(`/clients/${aClient.id}`, {
    name: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aClient,
    name: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/clients/${aClient.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/clients/${aClient.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/clients/${aClient.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/clients/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /clients/{id} deletes a client once", async () => {
  await using test = await startTestSystem();
  const aClient = await makeClient(test.system);
  assert.equal(
    (await test.client.delete(`/clients/${aClient.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/clients/${aClient.id}`), 404);
});

Deno.test("/clients/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aClient = await makeClient(test.system);
  const path = `/clients/${aClient.id}`;
  const body = { ...clientBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
