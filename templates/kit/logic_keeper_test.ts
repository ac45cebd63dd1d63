import { assert, assertEquals, assertRejects } from "@std/assert";
import { dateTime, oneOf, text } from "./api_schema.ts";
import { patchSchema } from "./body_schema.ts";
import type { EntityLogic, LogicContext } from "./entity_logic.ts";
import { EntityService } from "./entity_service.ts";
import {
  entity,
  errors,
  type Order,
  problem,
  setUp,
} from "./example_orders.ts";
import { LogicFailed } from "./logic_failure.ts";
import { keepLogic } from "./logic_keeper.ts";
import { LogicTally } from "./logic_tally.ts";
import { logicTrials } from "./logic_trials.ts";

/** A service of orders with some logic. */
function serve(logic: EntityLogic<Order>) {
  const { options, table, commands } = setUp();
  const tally = new LogicTally();
  const heard: unknown[] = [];
  const service = new EntityService<Order>({
    ...options,
    logic: keepLogic({
      spec: options.spec,
      logic,
      tally,
      log: (entry) => heard.push(entry),
    }),
  });
  const ask = service.handle.bind(service);
  const create = async (body: Record<string, unknown>) =>
    entity(await ask({ operation: "create", body: { code: "a", ...body } }));
  return { ask, create, table, tally, heard, commands };
}

const SCHEMA = patchSchema({
  code: text({ max: 5 }),
  note: text({ max: 5 }).nullable(),
  status: oneOf(["open", "paid", "shipped"]),
  shippedAt: dateTime().nullable(),
});

for (
  const { title, run } of logicTrials<Order>({
    body: { code: "a" },
    change: { note: "n" },
    guards: [
      { action: "ship", from: { status: "paid" }, body: { status: "shipped" } },
      { action: "see", from: {} },
    ],
    actions: [
      { action: "ship", from: { status: "paid" }, body: { status: "shipped" } },
      { action: "openLater", from: {} },
    ],
    hooks: [
      "beforeCreate",
      "beforeUpdate",
      "beforeDelete",
      "afterCreate",
      "afterUpdate",
      "afterDelete",
    ],
  })
) {
  Deno.test(`keepLogic() ${title}`, () =>
    run((logic) => {
      const { ask, table } = serve(logic);
      return Promise.resolve({
        ask,
        put: (entity: Order) =>
          Promise.resolve(
            table.execute({ kind: "update", entity, version: 1 }),
          ),
        [Symbol.asyncDispose]: () => Promise.resolve(),
      });
    }));
}

Deno.test("keepLogic() holds what hooks change to the schema, the rules and what they may set", async () => {
  let answer: Partial<Order> = { note: "kept" };
  const { ask, create, tally } = serve({
    beforeCreate: () => answer,
    settable: ["code", "note"],
    schema: SCHEMA,
  });
  assertEquals((await create({ note: "lost" })).note, "kept");
  const again = { operation: "create", body: { code: "b" } } as const;
  answer = { note: "too long" };
  assertEquals(errors(await ask(again)), ["422", "note"]);
  answer = { code: "a" };
  assertEquals(problem(await ask(again)).status, 409); // it is another's
  for (const wrong of [{ status: "paid" }, { id: "x" }] as const) {
    answer = wrong;
    await assertRejects(() => ask(again), LogicFailed, "found a change of");
  }
  assertEquals(tally.count("order", "beforeCreate"), 2);
});

for (
  const [what, operation, logicOf] of [
    ["beforeCreate", "create", (meddle) => ({ beforeCreate: meddle })],
    ["beforeUpdate", "patch", (meddle) => ({ beforeUpdate: meddle })],
    ["beforeUpdate's before", "patch", (meddle) => ({
      beforeUpdate: (_order, { before }) => meddle(before),
    })],
    ["a guard", "action", (meddle) => ({ guards: { ship: meddle } })],
    ["a guard's context", "action", (meddle) => ({
      guards: { ship: (_order, context) => meddle(context) },
    })],
    ["an action", "action", (meddle) => ({ actions: { ship: meddle } })],
    ["beforeDelete", "delete", (meddle) => ({ beforeDelete: meddle })],
  ] as readonly [
    string,
    "create" | "patch" | "action" | "delete",
    (meddle: (given: object) => void) => EntityLogic<Order>,
  ][]
) {
  Deno.test(`keepLogic() fails where logic writes to what it is given: ${what}`, async () => {
    let asked = 0;
    let isMeddling = false;
    const { ask, create } = serve(logicOf((given) => {
      asked++;
      if (isMeddling) Object.assign(given, { id: "x", code: "z", now: "1999" });
    }));
    const made = await create({ status: "paid" });
    const { id } = made;
    isMeddling = true;
    const request = {
      create: { operation: "create", body: { code: "b" } },
      patch: { operation: "patch", id, body: { note: "n" } },
      action: { operation: "action", id, action: "ship" },
      delete: { operation: "delete", id },
    } as const;
    await assertRejects(() => ask(request[operation]), LogicFailed);
    assert(asked > 0);
    assertEquals(entity(await ask({ operation: "get", id })), made);
  });
}

Deno.test("keepLogic() tells hooks that come after what is stored in copies of their own", async () => {
  const told: boolean[] = [];
  const { ask, create } = serve({
    afterCreate: (order, context) =>
      void told.push(Object.isFrozen(order), Object.isFrozen(context)),
    afterUpdate: (order, { before }) =>
      void told.push(Object.isFrozen(order), Object.isFrozen(before)),
    afterDelete: (order) => void told.push(Object.isFrozen(order)),
  });
  const made = await create({});
  const { id } = made;
  const patched = entity(
    await ask({ operation: "patch", id, body: { note: "n" } }),
  );
  await ask({ operation: "delete", id });
  assertEquals(told, [true, true, true, true, true]);
  assertEquals([Object.isFrozen(made), Object.isFrozen(patched)], [
    false,
    false,
  ]);
});

Deno.test("keepLogic() lets no hook change what is fixed after creation", async () => {
  const { ask, create } = serve({
    beforeUpdate: ({ note }) => note === "same" ? { code: "a" } : { code: "z" },
    settable: ["code"],
    schema: SCHEMA,
  });
  const { id } = await create({});
  const patch = (note: string) =>
    ask({ operation: "patch", id, body: { note } });
  assertEquals(entity(await patch("same")).code, "a");
  await assertRejects(() => patch("other"), LogicFailed, '"code"');
});

Deno.test("keepLogic() asks the guard of an action that a body does, at creation and by a time alone, too", async () => {
  const seen: string[] = [];
  const { ask, create } = serve({
    guards: {
      ship: ({ status, note }) => {
        seen.push(`${status} ${note}`);
        return note === null ? "Write a note first." : undefined;
      },
      see: () => "Nobody looks.",
    },
  });
  const body = { code: "a", status: "shipped" };
  const refused = await ask({ operation: "create", body });
  assertEquals(problem(refused).detail, "Write a note first.");
  const { id } = await create({ status: "paid" });
  const patch = (body: Record<string, unknown>) =>
    ask({ operation: "patch", id, body });
  assertEquals(
    problem(await patch({ status: "shipped" })).detail,
    "Write a note first.",
  );
  const seenAt = "2020-01-01T00:00:00Z";
  assertEquals(problem(await patch({ seenAt })).detail, "Nobody looks.");
  // The guard sees what the rest of the body makes of it, and not the action's own part.
  assertEquals(
    entity(await patch({ note: "n", status: "shipped" })).status,
    "shipped",
  );
  assertEquals(seen, ["open null", "paid null", "paid n"]);
});

Deno.test("keepLogic() asks neither guards nor hooks where an action is in effect", async () => {
  let asked = 0;
  const { ask, create } = serve({
    guards: { openLater: () => void asked++ },
    beforeUpdate: () => void asked++,
  });
  const { id } = await create({});
  const act = { operation: "action", id, action: "openLater" } as const;
  assertEquals(entity(await ask(act)).opensAt, "10:00:00");
  assertEquals(asked, 2);
  entity(await ask(act));
  assertEquals(asked, 2);
});

Deno.test("keepLogic() asks the logic of an action after its guard and before beforeUpdate, each of what the one before made", async () => {
  const seen: unknown[] = [];
  const saw = (what: string, { status, note }: Order, before?: Order) =>
    void seen.push([what, status, note, before?.status]);
  const { ask, create } = serve({
    guards: { ship: (order) => saw("guard", order) },
    actions: {
      ship: (order, { before }) => {
        saw("action", order, before);
        return { note: `by ${order.code}` };
      },
    },
    beforeUpdate: (order, { before }) => saw("hook", order, before),
    settable: ["note"],
    schema: SCHEMA,
  });
  const { id } = await create({ status: "paid" });
  const shipped = entity(
    await ask({ operation: "action", id, action: "ship" }),
  );
  assertEquals([shipped.status, shipped.note], ["shipped", "by a"]);
  assertEquals(seen, [
    ["guard", "paid", null, undefined],
    ["action", "shipped", null, "paid"],
    ["hook", "shipped", "by a", "paid"],
  ]);
});

Deno.test("keepLogic() asks neither hooks nor the logic of an action that its guard refuses, and no hook where that logic refuses", async () => {
  const seen: string[] = [];
  let refusal: string | undefined = "Not today.";
  const { ask, create } = serve({
    guards: { ship: () => refusal },
    actions: {
      ship: () => {
        seen.push("action");
        return "The van is full.";
      },
    },
    beforeUpdate: () => void seen.push("hook"),
  });
  const { id } = await create({ status: "paid" });
  const ship = { operation: "action", id, action: "ship" } as const;
  assertEquals(problem(await ask(ship)).detail, "Not today.");
  assertEquals(seen, []);
  refusal = undefined;
  assertEquals(problem(await ask(ship)).detail, "The van is full.");
  assertEquals(seen, ["action"]);
});

Deno.test("keepLogic() holds what the logic of an action changes to the schema and the list, and counts what breaks them", async () => {
  let answer: Partial<Order> = { note: "too long" };
  const { ask, create, tally } = serve({
    actions: { openLater: () => answer },
    settable: ["note", "code"],
    schema: SCHEMA,
  });
  const { id } = await create({});
  const act = { operation: "action", id, action: "openLater" } as const;
  const refused = problem(await ask(act));
  assertEquals([refused.status, refused.errors?.[0]?.path], [409, "note"]);
  for (const wrong of [{ status: "paid" }, { code: "z" }] as const) {
    answer = wrong; // not settable, and fixed after creation
    await assertRejects(() => ask(act), LogicFailed, "found a change of");
  }
  assertEquals(tally.count("order", "action openLater"), 2);
});

Deno.test("keepLogic() refuses answers that are neither nothing nor a sentence", async () => {
  const { ask, create } = serve({
    // What TypeScript refuses may still come from code that is not checked.
    beforeDelete: () => true as unknown as string,
  });
  const { id } = await create({});
  await assertRejects(
    () => ask({ operation: "delete", id }),
    LogicFailed,
    "found the answer true",
  );
});

Deno.test("keepLogic() logs and counts hooks that fail once all is stored", async () => {
  const { create, heard, tally } = serve({
    afterCreate: () => Promise.reject(new Error("out of order")),
  });
  const { id } = await create({});
  while (heard.length === 0) await Promise.resolve();
  const [entry] = heard as [Record<string, unknown>];
  assertEquals(
    [entry.event, entry.entity, entry.hook, entry.id],
    ["hook_failed", "order", "afterCreate", id],
  );
  assert(entry.error instanceof LogicFailed);
  assertEquals(
    tally.toPrometheus().split("\n").at(2),
    'logic_failures_total{entity="order",logic="afterCreate"} 1',
  );
});

Deno.test("keepLogic() tells logic who asks, and when", async () => {
  const seen: unknown[] = [];
  const told = (what: string) => (_order: Order, context: LogicContext) =>
    void seen.push([
      what,
      context.operation,
      context.viewer?.role,
      context.now,
    ]);
  const { ask } = serve({
    guards: { see: told("guard") },
    beforeCreate: told("beforeCreate"),
    beforeUpdate: told("beforeUpdate"),
    beforeDelete: told("beforeDelete"),
    afterDelete: told("afterDelete"),
  });
  const grant = { by: { id: "1", role: "editor" } };
  const body = { code: "a" };
  const { id } = entity(await ask({ operation: "create", body, grant }));
  entity(await ask({ operation: "patch", id, body: { note: "n" } }));
  entity(await ask({ operation: "action", id, action: "openLater", grant }));
  await ask({ operation: "delete", id, grant });
  const now = "2026-01-31T09:30:00.000Z";
  assertEquals(seen, [
    ["beforeCreate", "create", "editor", now],
    ["beforeUpdate", "patch", undefined, now],
    ["beforeUpdate", "openLater", "editor", now],
    ["beforeDelete", "delete", "editor", now],
    ["afterDelete", "delete", "editor", now],
  ]);
});
