/**
 * What clients can rely on: every endpoint of rentals, called in process.
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
import { expectStateRule } from "../../kit/expect_state_rules.ts";
import {
  expectNoOverlap,
  expectTakenOnce,
  type OverlapTrial,
} from "../../kit/expect_no_overlap.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Rental } from "../../models/rental.ts";
import { makeRental, makeTool, rentalBody } from "../samples.ts";
import { startTestSystem, type TestSystem } from "../test_system.ts";

Deno.test("GET /rentals lists rentals page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeRental(test.system);
  const second = await makeRental(test.system);

  const page = await test.client.get<Page<Rental>>("/rentals?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Rental>>(
    `/rentals?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /rentals sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeRental(test.system);
  const second = await makeRental(test.system, { status: "confirmed" });

  const sorted = await test.client.get<Page<Rental>>("/rentals?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ status: String("confirmed") });
  const filtered = await test.client.get<Page<Rental>>(`/rentals?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /rentals filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/rentals",
    entity: await makeRental(test.system),
    fields: ["status", "startsAt", "endsAt", "person", "toolId"],
    choices: { status: ["asked", "confirmed", "cancelled"] },
  });
});

Deno.test("GET /rentals refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/rentals?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/rentals?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/rentals?cursor=nonsense"), 400);
});

Deno.test("POST /rentals creates a rental", async () => {
  await using test = await startTestSystem();
  const body = await rentalBody(test.system);

  const created = await test.client.post<Rental>("/rentals", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/rentals/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/rentals/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /rentals refuses what is not a rental", async (t) => {
  await using test = await startTestSystem();
  const body = await rentalBody(test.system);

  const refused: [string, Record<string, unknown>, string][] = [
    ["status of the wrong type", { status: { not: "this" } }, "status"],
    ["status of no known value", { status: "no such value" }, "status"],
    ["startsAt missing", { startsAt: undefined }, "startsAt"],
    ["startsAt of the wrong type", { startsAt: { not: "this" } }, "startsAt"],
    ["startsAt malformed", { startsAt: "not this" }, "startsAt"],
    ["endsAt missing", { endsAt: undefined }, "endsAt"],
    ["endsAt of the wrong type", { endsAt: { not: "this" } }, "endsAt"],
    ["endsAt malformed", { endsAt: "not this" }, "endsAt"],
    ["person missing", { person: undefined }, "person"],
    ["person of the wrong type", { person: { not: "this" } }, "person"],
    ["person too long", { person: "x".repeat(255) + "@example.com" }, "person"],
    ["person malformed", { person: "not this" }, "person"],
    ["toolId missing", { toolId: undefined }, "toolId"],
    ["toolId of the wrong type", { toolId: { not: "this" } }, "toolId"],
    ["toolId of nothing", { toolId: crypto.randomUUID() }, "toolId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/rentals", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/rentals", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/rentals", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /rentals takes a rental at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["status of asked", { status: "asked" }],
    ["status of confirmed", { status: "confirmed" }],
    ["status of cancelled", { status: "cancelled" }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = await rentalBody(test.system);
      const created = await test.client.post<Rental>("/rentals", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /rentals lets no two rentals overlap from startsAt to endsAt", async (t) => {
  const trial = async (test: TestSystem): Promise<OverlapTrial> => {
    const toolId = (await makeTool(test.system)).id;
    return {
      client: test.client,
      path: "/rentals",
      ends: ["startsAt", "endsAt"],
      points: [
        "2030-05-10T10:00:00.000Z",
        "2030-05-10T11:00:00.000Z",
        "2030-05-10T12:00:00.000Z",
        "2030-05-10T13:00:00.000Z",
        "2030-05-10T14:00:00.000Z",
      ],
      body: async () => ({ ...await rentalBody(test.system), toolId }),
      elsewhere: { toolId: (await makeTool(test.system)).id },
      moves: true,
      outside: { status: "cancelled" },
      enter: "renew",
      leave: "cancel",
    };
  };
  await t.step("one after another", async () => {
    await using test = await startTestSystem();
    await expectNoOverlap(await trial(test));
  });
  await t.step("all at once", async () => {
    await using test = await startTestSystem();
    await expectTakenOnce(await trial(test));
  });
});

Deno.test("GET /rentals/{id} reads one rental", async () => {
  await using test = await startTestSystem();
  const aRental = await makeRental(test.system);
  const found = await test.client.get(`/rentals/${aRental.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aRental);
  expectProblem(await test.client.get(`/rentals/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/rentals/no-uuid"), 404);
});

Deno.test("GET /rentals/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aRental = await makeRental(test.system);
  await expectConditionalRead(test.client, `/rentals/${aRental.id}`);
});

Deno.test("PUT /rentals/{id} replaces a rental, never creates one", async () => {
  await using test = await startTestSystem();
  const aRental = await makeRental(test.system);
  const body = { ...await rentalBody(test.system) };
  const replaced = await test.client.put<Rental>(
    `/rentals/${aRental.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aRental.id,
    createdAt: aRental.createdAt,
  });
  expectProblem(
    await test.client.put(`/rentals/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /rentals/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aRental = await makeRental(test.system);
  const changed = await test.client.patch<Rental>(`/rentals/${aRental.id}`, {
    status: "confirmed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aRental,
    status: "confirmed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/rentals/${aRental.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/rentals/${aRental.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/rentals/${aRental.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/rentals/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /rentals/{id} deletes a rental once", async () => {
  await using test = await startTestSystem();
  const aRental = await makeRental(test.system);
  assert.equal(
    (await test.client.delete(`/rentals/${aRental.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/rentals/${aRental.id}`), 404);
});

Deno.test("/rentals asks what its tool is", async () => {
  await using test = await startTestSystem();
  await expectStateRule({
    make: () => makeRental(test.system),
    makes: {
      renew: () => makeRental(test.system, { status: "cancelled" }),
    },
    target: ({ toolId }) => toolId,
    store: test.system.toolStore.handleExecute.bind(test.system.toolStore),
    shut: { broken: true },
    attempts: {
      create: async ({ toolId }) =>
        await test.client.post("/rentals", {
          ...await rentalBody(test.system),
          toolId,
        }),
      replace: async (made) =>
        await test.client.send(
          `/rentals/${made.id}`,
          textInit(
            "PUT",
            JSON.stringify({
              ...await rentalBody(test.system),
              toolId: made.toolId,
              status: "confirmed",
            }),
          ),
        ),
      patch: ({ id }) =>
        test.client.patch(`/rentals/${id}`, { status: "confirmed" }),
      delete: ({ id }) => test.client.delete(`/rentals/${id}`),
      confirm: ({ id }) => test.client.post(`/rentals/${id}/confirm`),
      cancel: ({ id }) => test.client.post(`/rentals/${id}/cancel`),
      renew: ({ id }) => test.client.post(`/rentals/${id}/renew`),
    },
    exempt: ["cancel"],
  });
});

Deno.test("/rentals/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aRental = await makeRental(test.system);
  const path = `/rentals/${aRental.id}`;
  const body = { ...await rentalBody(test.system) };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("POST /rentals/{id}/confirm takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aRental = await makeRental(test.system);
  const done = await test.client.post<Rental>(`/rentals/${aRental.id}/confirm`);
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "confirmed" });
  const again = await test.client.post(`/rentals/${aRental.id}/confirm`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/rentals/${crypto.randomUUID()}/confirm`),
    404,
  );
});

Deno.test("POST /rentals/{id}/confirm takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aRental = await makeRental(test.system);
  const path = `/rentals/${aRental.id}/confirm`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});

Deno.test("POST /rentals/{id}/confirm is refused in another state", async () => {
  await using test = await startTestSystem();
  const aRental = await makeRental(test.system, { status: "cancelled" });
  expectProblem(await test.client.post(`/rentals/${aRental.id}/confirm`), 409);
  const bypass = await test.client.patch(`/rentals/${aRental.id}`, {
    status: "confirmed",
  });
  expectProblem(bypass, 409);
});

Deno.test("POST /rentals/{id}/cancel takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aRental = await makeRental(test.system);
  const done = await test.client.post<Rental>(`/rentals/${aRental.id}/cancel`);
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "cancelled" });
  const again = await test.client.post(`/rentals/${aRental.id}/cancel`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/rentals/${crypto.randomUUID()}/cancel`),
    404,
  );
});

Deno.test("POST /rentals/{id}/cancel takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aRental = await makeRental(test.system);
  const path = `/rentals/${aRental.id}/cancel`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});

Deno.test("POST /rentals/{id}/renew takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aRental = await makeRental(test.system, { status: "cancelled" });
  const done = await test.client.post<Rental>(`/rentals/${aRental.id}/renew`);
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "asked" });
  const again = await test.client.post(`/rentals/${aRental.id}/renew`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/rentals/${crypto.randomUUID()}/renew`),
    404,
  );
});

Deno.test("POST /rentals/{id}/renew takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aRental = await makeRental(test.system, { status: "cancelled" });
  const path = `/rentals/${aRental.id}/renew`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});

Deno.test("POST /rentals/{id}/renew is refused in another state", async () => {
  await using test = await startTestSystem();
  const aRental = await makeRental(test.system, { status: "confirmed" });
  expectProblem(await test.client.post(`/rentals/${aRental.id}/renew`), 409);
  const bypass = await test.client.patch(`/rentals/${aRental.id}`, {
    status: "asked",
  });
  expectProblem(bypass, 409);
});
