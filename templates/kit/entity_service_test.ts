import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import type { Page } from "./entity_request.ts";
import { EntityService, type EntityServiceOptions } from "./entity_service.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { MemoryTable } from "./memory_table.ts";
import type { Outcome, Problem } from "./problem.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";
import { isUuid } from "./uuid7.ts";

interface Order extends Entity {
  readonly code: string;
  readonly note: string | null;
  readonly status: "open" | "paid" | "shipped";
  readonly price: number | null;
  readonly placedAt: string;
  readonly shippedAt: string | null;
  readonly seenAt: string;
  readonly meta: unknown;
  readonly partOfId: string | null;
  readonly opensAt: string | null;
}

const SPEC: EntitySpec = {
  name: "order",
  label: "order",
  path: "/orders",
  table: "orders",
  fields: {
    code: {
      kind: "string",
      column: "code",
      nullable: false,
      unique: true,
      immutable: true,
    },
    note: { kind: "text", column: "note", nullable: true },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["open", "paid", "shipped"],
    },
    price: { kind: "decimal", column: "price", nullable: true, scale: 2 },
    placedAt: { kind: "datetime", column: "placed_at", nullable: false },
    shippedAt: { kind: "datetime", column: "shipped_at", nullable: true },
    seenAt: { kind: "datetime", column: "seen_at", nullable: false },
    meta: { kind: "json", column: "meta", nullable: true },
    partOfId: {
      kind: "uuid",
      column: "part_of_id",
      nullable: true,
      references: { entity: "order", table: "orders", onDelete: "restrict" },
    },
    opensAt: { kind: "time", column: "opens_at", nullable: true },
  },
  search: ["note"],
};
const START = Date.UTC(2026, 0, 31, 9, 30);
const NOBODY = "0190d8c8-0000-7000-8000-000000000000";

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

Deno.test("EntityService: an action sets its fields, and does nothing where it is in effect", async () => {
  const { handle, create, tick } = setUp();
  const { id } = await create("a", { status: "paid" });
  tick();
  const shipped = entity(
    await handle({ operation: "action", id, action: "ship" }),
  );
  const now = "2026-01-31T09:30:01.000Z";
  assertEquals([shipped.status, shipped.shippedAt, shipped.updatedAt], [
    "shipped",
    now,
    now,
  ]);
  tick();
  assertEquals(
    entity(await handle({ operation: "action", id, action: "ship" })),
    shipped,
  );
});

Deno.test("EntityService: an action with a time already set still has work if another field differs", async () => {
  const { handle, create, tick } = setUp();
  const { id } = await create("a", {
    status: "paid",
    shippedAt: "2020-01-01T00:00:00Z",
  });
  tick();
  const shipped = entity(
    await handle({ operation: "action", id, action: "ship" }),
  );
  assertEquals([shipped.status, shipped.shippedAt], [
    "shipped",
    "2026-01-31T09:30:01.000Z",
  ]);
});

Deno.test("EntityService: an action that only sets a time that is never null does so every time", async () => {
  const { handle, create, tick } = setUp();
  const { id } = await create("a");
  for (const second of ["1", "2"]) {
    tick();
    const seen = entity(
      await handle({ operation: "action", id, action: "see" }),
    );
    assertEquals(seen.seenAt, `2026-01-31T09:30:0${second}.000Z`);
  }
});

Deno.test("EntityService: an action is refused where its guard fails, where it would break a rule and where there is nothing", async () => {
  const { handle, create } = setUp();
  const { id } = await create("a");
  const refused = await handle({ operation: "action", id, action: "ship" });
  assertEquals(errors(refused), ["409"]);
  assertEquals(
    problem(refused).detail,
    'Cannot ship this order: status is "open", wanted "paid".',
  );
  assertEquals(
    errors(await handle({ operation: "action", id, action: "spoil" })),
    ["409", "note"],
  );
  assertEquals(
    errors(await handle({ operation: "action", id: NOBODY, action: "ship" })),
    ["404"],
  );
  for (const action of ["fly", "constructor"]) {
    assertEquals(errors(await handle({ operation: "action", id, action })), [
      "404",
    ]);
  }
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

Deno.test("EntityService: no change goes round the guard of an action", async () => {
  const { handle, create } = setUp();
  const { id } = await create("A");
  for (const operation of ["patch", "replace"] as const) {
    const body = { code: "A", status: "shipped" };
    const refused = problem(await handle({ operation, id, body }));
    assertEquals(refused.status, 409);
    assertStringIncludes(refused.detail ?? "", 'wanted "paid"');
  }
  const paid = await handle({
    operation: "patch",
    id,
    body: { status: "paid" },
  });
  assertEquals(entity(paid).status, "paid");
  const shipped = await handle({
    operation: "patch",
    id,
    body: { status: "shipped" },
  });
  assertEquals(entity(shipped).status, "shipped");
  const noted = await handle({
    operation: "patch",
    id,
    body: { note: "left" },
  });
  assertEquals(entity(noted).status, "shipped");
});

Deno.test("EntityService: a change starts again when another came first, and neither is lost", async () => {
  const { handle, create, commands, options } = setUp();
  const { id } = await create("a");
  commands.length = 0;
  const other = new EntityService<Order>(options);
  const results = await Promise.all([
    handle({ operation: "patch", id, body: { note: "n" } }),
    other.handle({ operation: "patch", id, body: { price: 2 } }),
  ]);
  assert(results.every(({ ok }) => ok));
  assertEquals(commands.length, 6); // one of them read and wrote twice
  const order = entity(await handle({ operation: "get", id }));
  assertEquals([order.note, order.price], ["n", 2]);
});

Deno.test("EntityService: changes of one entity run one after another, those of others meanwhile", async () => {
  const { handle, create, commands } = setUp();
  const { id } = await create("a", { meta: {} });
  const free = await create("b");
  commands.length = 0;
  const settled: string[] = [];
  const patch = async (id: string, body: Record<string, unknown>) => {
    entity(await handle({ operation: "patch", id, body }));
    settled.push(id);
  };
  const keys = Array.from({ length: 100 }, (_, n) => `k${n}`);
  await Promise.all([
    ...keys.map((key) => patch(id, { meta: { [key]: 1 } })),
    patch(free.id, { note: "n" }),
  ]);
  assertEquals(commands.filter((kind) => kind === "update").length, 101);
  assert(settled.indexOf(free.id) < 10);
  const order = entity(await handle({ operation: "get", id }));
  assertEquals(Object.keys(order.meta ?? {}), keys);
});

Deno.test("EntityService: a change that fails does not hold up the next", async () => {
  const { table } = setUp();
  let failures = 1;
  const service = new EntityService<Order>({
    spec: SPEC,
    defaults: { status: "open", placedAt: "$now", seenAt: "$now" },
    store: (command) =>
      command.kind === "update" && failures-- > 0
        ? Promise.reject(new Error("disk full"))
        : Promise.resolve(table.execute(command)),
  });
  const created = await service.handle({
    operation: "create",
    body: { code: "a" },
  });
  const { id } = entity(created);
  const patch = (note: string) =>
    service.handle({ operation: "patch", id, body: { note } });
  const first = assertRejects(() => patch("1"), Error, "disk full");
  const second = patch("2");
  await first;
  assertEquals(entity(await second).note, "2");
});

Deno.test("EntityService: an action whose result the store refuses is a 409", async () => {
  const { handle, create } = setUp();
  const { id } = await create("a");
  const refused = await handle({ operation: "action", id, action: "adopt" });
  assertEquals(errors(refused), ["409", "partOfId"]);
});

Deno.test("EntityService: times in defaults and actions have the spelling of those in bodies", async () => {
  const { handle, create } = setUp();
  const { id, opensAt } = await create("a");
  assertEquals(opensAt, "09:30:00");
  const patched = await handle({
    operation: "patch",
    id,
    body: { opensAt: "09:30" },
  });
  assertEquals(entity(patched).opensAt, "09:30:00");
  const later = await handle({ operation: "action", id, action: "openLater" });
  assertEquals(entity(later).opensAt, "10:00:00");
  const again = await handle({ operation: "action", id, action: "openLater" });
  assertEquals(again, later);
});

Deno.test("EntityService: a change gives up with 409 when others are always first", async () => {
  const { handle, create, commands } = setUp({ stale: true });
  const { id } = await create("a");
  commands.length = 0;
  assertEquals(
    errors(await handle({ operation: "patch", id, body: { note: "n" } })),
    ["409"],
  );
  assertEquals(commands.filter((kind) => kind === "update").length, 5);
});

Deno.test("EntityService: a reference that was cleared meanwhile is read again, not reported", async () => {
  const { table, create, clock } = setUp();
  const whole = await create("a");
  const part = await create("b", { partOfId: whole.id });
  let cleared = false;
  const service = new EntityService<Order>({
    spec: SPEC,
    clock,
    store: (command) => {
      if (command.kind !== "update" || cleared) {
        return Promise.resolve(table.execute(command));
      }
      cleared = true;
      table.execute({
        kind: "update",
        entity: { ...part, partOfId: null },
        version: 1,
      });
      return Promise.resolve({ kind: "dangling", field: "partOfId" });
    },
  });
  const after = entity(
    await service.handle({
      operation: "patch",
      id: part.id,
      body: { note: "n" },
    }),
  );
  assertEquals([after.note, after.partOfId], ["n", null]);
});

Deno.test("EntityService: what the store throws is thrown on", async () => {
  const store = () => Promise.reject(new Error("disk full"));
  const service = new EntityService<Order>({ spec: SPEC, store });
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

function setUp(trouble: { stale?: boolean } = {}) {
  const table = new MemoryTable<Order>(SPEC, new MemoryDatabase());
  const commands: string[] = [];
  let now = START;
  const store = async (
    command: StoreCommand<Order>,
  ): Promise<StoreResult<Order>> => {
    commands.push(command.kind);
    await Promise.resolve(); // so that concurrent changes meet
    return trouble.stale && command.kind === "update"
      ? { kind: "stale" }
      : table.execute(command);
  };
  const options: EntityServiceOptions<Order> = {
    spec: SPEC,
    store,
    defaults: {
      status: "open",
      placedAt: "$now",
      seenAt: "$now",
      opensAt: "09:30",
    },
    check: ({ note }) =>
      note === "forbidden" ? [{ path: "note", message: "is forbidden" }] : [],
    actions: {
      ship: {
        set: { status: "shipped", shippedAt: "$now" },
        when: { status: ["paid"] },
      },
      see: { set: { seenAt: "$now" } },
      spoil: { set: { note: "forbidden" } },
      adopt: { set: { partOfId: NOBODY } },
      openLater: { set: { opensAt: "10:00" }, when: { opensAt: ["09:30"] } },
    },
    clock: () => now,
  };
  const service = new EntityService<Order>(options);
  const handle = service.handle.bind(service);
  const create = async (code: string, body: Record<string, unknown> = {}) =>
    entity(await handle({ operation: "create", body: { code, ...body } }));
  return {
    table,
    options,
    handle,
    create,
    commands,
    tick: () => now += 1000,
    clock: () => now,
  };
}

function entity(outcome: Outcome<Order | Page<Order> | null>): Order {
  assert(
    outcome.ok && outcome.value !== null && "id" in outcome.value,
    JSON.stringify(outcome),
  );
  return outcome.value;
}

function problem(outcome: Outcome<unknown>): Problem {
  assert(!outcome.ok, JSON.stringify(outcome));
  return outcome.problem;
}

/** The status and the paths of the errors. */
function errors(outcome: Outcome<unknown>): string[] {
  const { status, errors = [] } = problem(outcome);
  return [`${status}`, ...errors.map(({ path }) => path)];
}
