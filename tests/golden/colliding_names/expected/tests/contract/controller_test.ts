/**
 * What clients can rely on: every endpoint of controllers, called in process.
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
import type { Controller } from "../../models/controller.ts";
import { controllerBody, makeController } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /controllers lists controllers page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeController(test.system);
  const second = await makeController(test.system);

  const page = await test.client.get<Page<Controller>>("/controllers?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Controller>>(
    `/controllers?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /controllers sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeController(test.system);
  const second = await makeController(test.system, { isbn: "29X07---X-8" });

  const sorted = await test.client.get<Page<Controller>>(
    "/controllers?sort=-id",
  );
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ isbn: String("29X07---X-8") });
  const filtered = await test.client.get<Page<Controller>>(
    `/controllers?${filter}`,
  );
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /controllers filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/controllers",
    entity: await makeController(test.system),
    fields: ["isbn", "code"],
    choices: {},
  });
});

Deno.test("GET /controllers refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/controllers?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/controllers?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/controllers?cursor=nonsense"), 400);
});

Deno.test("POST /controllers creates a controller", async () => {
  await using test = await startTestSystem();
  const body = controllerBody();

  const created = await test.client.post<Controller>("/controllers", body);
  assert.equal(created.status, 201);
  assert.equal(
    created.headers.get("location"),
    `/controllers/${created.body.id}`,
  );
  expectContains(created.body, body);
  const found = await test.client.get(`/controllers/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /controllers refuses what is not a controller", async (t) => {
  await using test = await startTestSystem();
  const body = controllerBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["isbn missing", { isbn: undefined }, "isbn"],
    ["isbn of the wrong type", { isbn: { not: "this" } }, "isbn"],
    ["isbn blank", { isbn: " " }, "isbn"],
    ["isbn too long", { isbn: "x".repeat(18) }, "isbn"],
    ["isbn of another pattern", { isbn: "~~~~~~~~~~" }, "isbn"],
    ["code missing", { code: undefined }, "code"],
    ["code of the wrong type", { code: { not: "this" } }, "code"],
    ["code blank", { code: " " }, "code"],
    ["code too long", { code: "x".repeat(201) }, "code"],
    ["code of another pattern", { code: "~~~" }, "code"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/controllers", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/controllers", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/controllers",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("GET /controllers/{id} reads one controller", async () => {
  await using test = await startTestSystem();
  const aController = await makeController(test.system);
  const found = await test.client.get(`/controllers/${aController.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aController);
  expectProblem(
    await test.client.get(`/controllers/${crypto.randomUUID()}`),
    404,
  );
  expectProblem(await test.client.get("/controllers/no-uuid"), 404);
});

Deno.test("GET /controllers/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aController = await makeController(test.system);
  await expectConditionalRead(test.client, `/controllers/${aController.id}`);
});

Deno.test("PUT /controllers/{id} replaces a controller, never creates one", async () => {
  await using test = await startTestSystem();
  const aController = await makeController(test.system);
  const body = { ...controllerBody() };
  const replaced = await test.client.put<Controller>(
    `/controllers/${aController.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aController.id,
    createdAt: aController.createdAt,
  });
  expectProblem(
    await test.client.put(`/controllers/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /controllers/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aController = await makeController(test.system);
  const changed = await test.client.patch<Controller>(
    `/controllers/${aController.id}`,
    { isbn: "29X07---X-8" },
  );
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aController,
    isbn: "29X07---X-8",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/controllers/${aController.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(
    `/controllers/${aController.id}`,
    same.body,
  );
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/controllers/${aController.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/controllers/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /controllers/{id} deletes a controller once", async () => {
  await using test = await startTestSystem();
  const aController = await makeController(test.system);
  assert.equal(
    (await test.client.delete(`/controllers/${aController.id}`)).status,
    204,
  );
  expectProblem(
    await test.client.delete(`/controllers/${aController.id}`),
    404,
  );
});

Deno.test("/controllers/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aController = await makeController(test.system);
  const path = `/controllers/${aController.id}`;
  const body = { ...controllerBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
