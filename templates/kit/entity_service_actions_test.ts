import { assertEquals, assertStringIncludes } from "@std/assert";
import { entity, errors, NOBODY, problem, setUp } from "./example_orders.ts";

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

Deno.test("EntityService: a new entity may begin in any state, also one that an action's guard stands before", async () => {
  const { create } = setUp();
  for (const status of ["open", "paid", "shipped"]) {
    assertEquals((await create(status, { status })).status, status);
  }
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
