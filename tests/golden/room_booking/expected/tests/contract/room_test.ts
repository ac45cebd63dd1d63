/**
 * What clients can rely on: every endpoint of rooms, called in process.
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
import type { Room } from "../../models/room.ts";
import { makeRoom, roomBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /rooms lists rooms page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeRoom(test.system);
  const second = await makeRoom(test.system);

  const page = await test.client.get<Page<Room>>("/rooms?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Room>>(
    `/rooms?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /rooms sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeRoom(test.system);
  const second = await makeRoom(test.system, { building: "Changed" });

  const sorted = await test.client.get<Page<Room>>("/rooms?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ building: String("Changed") });
  const filtered = await test.client.get<Page<Room>>(`/rooms?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /rooms filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/rooms",
    entity: await makeRoom(test.system),
    fields: ["building", "number", "kind"],
    choices: { kind: ["office", "hall", "lab"] },
  });
});

Deno.test("GET /rooms?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeRoom(test.system);
  for (const field of ["building"]) {
    const q = `needle ${field}`;
    const aRoom = await makeRoom(test.system, { [field]: q });
    const found = await test.client.get<Page<Room>>(
      `/rooms?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aRoom]);
  }
});

Deno.test("GET /rooms refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/rooms?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/rooms?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/rooms?cursor=nonsense"), 400);
});

Deno.test("POST /rooms creates a room", async () => {
  await using test = await startTestSystem();
  const body = roomBody();

  const created = await test.client.post<Room>("/rooms", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/rooms/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/rooms/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /rooms refuses what is not a room", async (t) => {
  await using test = await startTestSystem();
  const body = roomBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["building missing", { building: undefined }, "building"],
    ["building of the wrong type", { building: { not: "this" } }, "building"],
    ["building blank", { building: " " }, "building"],
    ["building too long", { building: "x".repeat(41) }, "building"],
    ["number missing", { number: undefined }, "number"],
    ["number of the wrong type", { number: { not: "this" } }, "number"],
    ["number too small", { number: 0 }, "number"],
    ["number too large", { number: 1000 }, "number"],
    ["kind of the wrong type", { kind: { not: "this" } }, "kind"],
    ["kind of no known value", { kind: "no such value" }, "kind"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/rooms", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/rooms", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/rooms", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /rooms takes a room at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["building as long as it may be", { building: "x".repeat(40) }],
    ["number at least 1", { number: 1 }],
    ["number at most 999", { number: 999 }],
    ["kind of office", { kind: "office" }],
    ["kind of hall", { kind: "hall" }],
    ["kind of lab", { kind: "lab" }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = roomBody();
      const created = await test.client.post<Room>("/rooms", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /rooms refuses a second room with the same building and number", async () => {
  await using test = await startTestSystem();
  const aRoom = await makeRoom(test.system);
  const body = {
    ...roomBody(),
    building: aRoom.building,
    number: aRoom.number,
  };
  const refused = await test.client.post("/rooms", body);
  expectProblem(refused, 409, "building");
  expectProblem(refused, 409, "number");
  const other = { ...body, building: "Changed" };
  assert.equal((await test.client.post("/rooms", other)).status, 201);
});

Deno.test("GET /rooms/{id} reads one room", async () => {
  await using test = await startTestSystem();
  const aRoom = await makeRoom(test.system);
  const found = await test.client.get(`/rooms/${aRoom.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aRoom);
  expectProblem(await test.client.get(`/rooms/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/rooms/no-uuid"), 404);
});

Deno.test("GET /rooms/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aRoom = await makeRoom(test.system);
  await expectConditionalRead(test.client, `/rooms/${aRoom.id}`);
});

Deno.test("PUT /rooms/{id} replaces a room, never creates one", async () => {
  await using test = await startTestSystem();
  const aRoom = await makeRoom(test.system);
  const body = { ...roomBody() };
  const replaced = await test.client.put<Room>(`/rooms/${aRoom.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aRoom.id,
    createdAt: aRoom.createdAt,
  });
  expectProblem(
    await test.client.put(`/rooms/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /rooms/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aRoom = await makeRoom(test.system);
  const changed = await test.client.patch<Room>(`/rooms/${aRoom.id}`, {
    building: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aRoom,
    building: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/rooms/${aRoom.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/rooms/${aRoom.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/rooms/${aRoom.id}`, { id: crypto.randomUUID() }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/rooms/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /rooms/{id} deletes a room once", async () => {
  await using test = await startTestSystem();
  const aRoom = await makeRoom(test.system);
  assert.equal((await test.client.delete(`/rooms/${aRoom.id}`)).status, 204);
  expectProblem(await test.client.delete(`/rooms/${aRoom.id}`), 404);
});

Deno.test("/rooms/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aRoom = await makeRoom(test.system);
  const path = `/rooms/${aRoom.id}`;
  const body = { ...roomBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
