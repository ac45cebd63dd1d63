import { assert, assertEquals, assertRejects } from "@std/assert";
import { EntityService } from "./entity_service.ts";
import { entity, errors, ORDER, type Order, setUp } from "./example_orders.ts";

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
    spec: ORDER,
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

Deno.test("EntityService: a change gives up with 409 when others are always first", async () => {
  const { handle, create, commands } = setUp({ stale: true });
  const { id } = await create("a");
  commands.length = 0;
  assertEquals(
    errors(await handle({ operation: "patch", id, body: { note: "n" } })),
    ["409"],
  );
  assertEquals(commands.filter((kind) => kind === "update").length, 20);
});

Deno.test("EntityService: a reference that was cleared meanwhile is read again, not reported", async () => {
  const { table, create, clock } = setUp();
  const whole = await create("a");
  const part = await create("b", { partOfId: whole.id });
  let cleared = false;
  const service = new EntityService<Order>({
    spec: ORDER,
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
