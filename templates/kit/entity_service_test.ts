import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { EntityService } from "./entity_service.ts";
import {
  entity,
  errors,
  NOBODY,
  ORDER,
  type Order,
  problem,
  setUp,
} from "./example_orders.ts";
import { OWNERSHIP } from "./owned_entity.ts";
import { isUuid } from "./uuid7.ts";

Deno.test("EntityService: create fills in id, times, defaults and nulls", async () => {
  const { handle } = setUp();
  const order = entity(
    await handle({ operation: "create", body: { code: "a" } }),
  );
  assert(isUuid(order.id));
  const now = "2026-01-31T09:30:00.000Z";
  assertEquals(order, {
    ...{ id: order.id, createdAt: now, updatedAt: now },
    ...{ code: "a", note: null, status: "open", price: null, placedAt: now },
    ...{ shippedAt: null, seenAt: now, meta: null, partOfId: null },
    opensAt: "09:30:00",
  });
  assertEquals(entity(await handle({ operation: "get", id: order.id })), order);
});

Deno.test("EntityService: create refuses what the server sets, what is missing and what breaks a rule", async () => {
  const { handle, create } = setUp();
  assertEquals(
    errors(
      await handle({
        operation: "create",
        body: { code: "a", id: NOBODY, updatedAt: "x" },
      }),
    ),
    ["422", "id", "updatedAt"],
  );
  assertEquals(errors(await handle({ operation: "create", body: {} })), [
    "422",
    "code",
  ]);
  assertEquals(
    errors(
      await handle({ operation: "create", body: { code: null, status: null } }),
    ),
    ["422", "code", "status"],
  );
  assertEquals(
    errors(
      await handle({
        operation: "create",
        body: { code: "a", note: "forbidden" },
      }),
    ),
    ["422", "note"],
  );
  assertEquals(
    errors(
      await handle({ operation: "create", body: { code: "a", price: 0.001 } }),
    ),
    ["422", "price"],
  );
  assertEquals(
    errors(await handle({ operation: "create", body: { code: "a\0" } })),
    ["422", "code"],
  );
  await create("a");
  assertEquals(
    errors(await handle({ operation: "create", body: { code: "a" } })),
    ["409", "code"],
  );
  const dangling = await handle({
    operation: "create",
    body: { code: "b", partOfId: NOBODY },
  });
  assertEquals(errors(dangling), ["422", "partOfId"]);
  assertEquals(problem(dangling).errors, [{
    path: "partOfId",
    message: "refers to no existing order",
  }]);
});

Deno.test("EntityService: create keeps values in one spelling: times in UTC, texts well-formed", async () => {
  const { handle } = setUp();
  const body = { code: "a\ud800", shippedAt: "2026-01-31T10:30:00+01:00" };
  const order = entity(await handle({ operation: "create", body }));
  assertEquals([order.code, order.shippedAt], [
    "a\ufffd",
    "2026-01-31T09:30:00.000Z",
  ]);
});

Deno.test("EntityService: replace resets what is left out, but not the server's, immutable and time-of-creation fields", async () => {
  const { handle, create, tick } = setUp();
  const before = await create("a", {
    note: "n",
    price: 1.5,
    status: "paid",
    meta: { a: 1 },
  });
  tick();
  const after = entity(
    await handle({ operation: "replace", id: before.id, body: { note: "m" } }),
  );
  assertEquals(after, {
    ...before,
    note: "m",
    price: null,
    status: "open",
    meta: null,
    updatedAt: "2026-01-31T09:30:01.000Z",
  });
});

Deno.test("EntityService: replace and patch accept what nobody may change if it is equal", async () => {
  const { handle, create } = setUp();
  const order = await create("a", { note: "n" });
  for (const operation of ["replace", "patch"] as const) {
    assertEquals(
      entity(await handle({ operation, id: order.id, body: { ...order } })),
      order,
    );
    const body = {
      id: NOBODY,
      createdAt: "2026-01-31T09:30:00Z",
      updatedAt: "2000-01-01T00:00:00.000Z",
      code: "b",
    };
    assertEquals(errors(await handle({ operation, id: order.id, body })), [
      "422",
      "id",
      "updatedAt",
      "code",
    ]);
    assertEquals(errors(await handle({ operation, id: NOBODY, body: {} })), [
      "404",
    ]);
    assertEquals(
      errors(await handle({ operation, id: order.id, body: { status: null } })),
      ["422", "status"],
    );
    assertEquals(
      errors(
        await handle({ operation, id: order.id, body: { note: "forbidden" } }),
      ),
      ["422", "note"],
    );
  }
});

Deno.test("EntityService: patch merges: what is left out stays, null clears, JSON is merged", async () => {
  const { handle, create } = setUp();
  const { id } = await create("a", {
    note: "n",
    price: 1.5,
    meta: { a: 1, b: { c: 2, d: 3 } },
  });
  const after = entity(
    await handle({
      operation: "patch",
      id,
      body: { note: null, meta: { a: null, b: { c: 4 } } },
    }),
  );
  assertEquals([after.note, after.price, after.meta], [null, 1.5, {
    b: { c: 4, d: 3 },
  }]);
});

Deno.test("EntityService: a change that changes nothing is not written", async () => {
  const { handle, create, tick, commands } = setUp();
  const order = await create("a", { note: "n", meta: { a: [1] } });
  tick();
  commands.length = 0;
  assertEquals(
    entity(
      await handle({
        operation: "patch",
        id: order.id,
        body: { note: "n", meta: { a: [1] } },
      }),
    ),
    order,
  );
  assertEquals(
    entity(await handle({ operation: "patch", id: order.id, body: {} })),
    order,
  );
  assertEquals(commands, ["get", "get"]);
});

Deno.test("EntityService: delete answers null, 404 the second time, and 409 while something refers to it", async () => {
  const { handle, create } = setUp();
  const whole = await create("a");
  const part = await create("b", { partOfId: whole.id });
  const refused = await handle({ operation: "delete", id: whole.id });
  assertEquals(errors(refused), ["409"]);
  assertEquals(
    problem(refused).detail,
    "Cannot delete this order: at least one order still refers to it.",
  );
  assertEquals(await handle({ operation: "delete", id: part.id }), {
    ok: true,
    value: null,
  });
  assertEquals(await handle({ operation: "delete", id: whole.id }), {
    ok: true,
    value: null,
  });
  assertEquals(errors(await handle({ operation: "delete", id: whole.id })), [
    "404",
  ]);
});

Deno.test("EntityService: list answers a page", async () => {
  const { handle, create } = setUp();
  const order = await create("a");
  const query = { limit: 50, sort: [], filters: [] };
  assertEquals(await handle({ operation: "list", query }), {
    ok: true,
    value: { items: [order], nextCursor: null },
  });
});

Deno.test("EntityService: groups answers counts and sums, of what the grant is about", async () => {
  const { create, options } = setUp();
  await create("a", { note: "x", price: 0.1 });
  await create("b", { note: "x", price: 0.2 });
  await create("c", { note: "y", price: 7 });
  await create("d", { note: null, price: 9 });
  const service = new EntityService<Order>({ ...options, grants: OWNERSHIP });
  const groups = { operation: "groups", by: "note", sum: ["price"] } as const;
  const filters = [{ field: "code", anyOf: ["a", "b", "c"] }];
  const x = { value: "x", count: 2, sums: { price: 0.3 } };
  const y = { value: "y", count: 1, sums: { price: 7 } };
  assertEquals(await service.handle({ ...groups, filters }), {
    ok: true,
    value: { groups: [x, y] },
  });
  const own = { field: "note", id: "y", readable: false };
  assertEquals(await service.handle({ ...groups, filters, grant: { own } }), {
    ok: true,
    value: { groups: [y] },
  });
});

Deno.test("EntityService: what the store throws is thrown on", async () => {
  const store = () => Promise.reject(new Error("disk full"));
  const service = new EntityService<Order>({ spec: ORDER, store });
  await assertRejects(
    () => service.handle({ operation: "get", id: NOBODY }),
    Error,
    "disk full",
  );
});

Deno.test("EntityService: ids sort in the order of creation", async () => {
  const { create } = setUp();
  const ids: string[] = [];
  for (let i = 0; i < 50; i++) ids.push((await create(`${i}`)).id);
  assertEquals(ids.toSorted(), ids);
  assertMatch(ids[0]!, /-7/);
});

Deno.test("EntityService: get answers 404 on what the grant is not about", async () => {
  const { create, options } = setUp();
  const order = await create("a", { note: "mine" });
  const service = new EntityService<Order>({ ...options, grants: OWNERSHIP });
  const get = { operation: "get", id: order.id } as const;
  const asOwner = (id: string) => {
    const own = { field: "note", id, readable: false };
    return service.handle({ ...get, grant: { own } });
  };
  assertEquals(entity(await asOwner("mine")), order);
  assertEquals(problem(await asOwner("another's")).status, 404);
});
