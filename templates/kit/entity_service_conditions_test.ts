import { assertEquals } from "@std/assert";
import type { EntityRequest } from "./entity_request.ts";
import { EntityService } from "./entity_service.ts";
import { expectFailure } from "./expect_outcome.ts";
import { type Order, setUp } from "./example_orders.ts";
import { entityTag, type Precondition } from "./precondition.ts";

const changes = (id: string, precondition: Precondition): EntityRequest[] => [
  { operation: "patch", id, body: { note: "n" }, precondition },
  { operation: "replace", id, body: { code: "a" }, precondition },
  { operation: "action", id, action: "see", precondition },
  { operation: "delete", id, precondition },
];

Deno.test("EntityService counts the changes of an entity in its replies", async () => {
  const { handle, create } = setUp();
  const { id } = await create("a");
  const patch = (note: string) =>
    handle({ operation: "patch", id, body: { note } });
  assertEquals((await handle({ operation: "get", id })).version, 1);
  assertEquals((await patch("1")).version, 2);
  assertEquals((await patch("1")).version, 2); // nothing has changed
  assertEquals((await patch("2")).version, 3);
});

Deno.test("EntityService changes an entity only on the conditions given, and says its version", async () => {
  const { handle, create } = setUp();
  const { id } = await create("a");
  const unmet: Precondition[] = [
    { match: [entityTag(2)] },
    { match: ['W/"1"'] },
    { noneMatch: [entityTag(1)] },
    { noneMatch: "*" },
  ];
  for (const precondition of unmet) {
    for (const request of changes(id, precondition)) {
      const reply = await handle(request);
      expectFailure(reply, 412);
      assertEquals(reply.version, 1);
    }
  }
  for (const request of changes(id, { match: "*" })) {
    assertEquals((await handle(request)).ok, true, request.operation);
  }
});

Deno.test("EntityService looks at the conditions before the guards, and at neither where nothing is", async () => {
  const { handle, create } = setUp();
  const { id } = await create("a");
  const act = (id: string, tag: string) =>
    handle({
      operation: "action",
      id,
      action: "spoil",
      precondition: { match: [tag] },
    });
  expectFailure(await act(id, entityTag(9)), 412);
  expectFailure(await act(id, entityTag(1)), 409);
  for (const request of changes(crypto.randomUUID(), { match: "*" })) {
    expectFailure(await handle(request), 404);
  }
});

Deno.test("EntityService: of two who change the same version, one is told that it has changed", async () => {
  const { create, options } = setUp();
  const { id } = await create("a");
  const services = [new EntityService(options), new EntityService(options)];
  for (const [version, last] of [[1, 0], [2, 3]] as const) {
    const precondition = { match: [entityTag(version)] };
    const request = changes(id, precondition)[last]!;
    const replies = await Promise.all(
      services.map((service) => service.handle(request)),
    );
    const statuses = replies.map((reply) =>
      reply.ok ? 200 : reply.problem.status
    );
    assertEquals(statuses.sort(), [200, last === 3 ? 404 : 412]);
  }
});

Deno.test("EntityService: a deletion meets a change that came between its reading and its writing", async () => {
  const { handle, create, options } = setUp();
  const { id } = await create("a");
  const service = new EntityService<Order>({
    ...options,
    store: async (command) => {
      if (command.kind === "delete") {
        await handle({ operation: "patch", id, body: { note: "first" } });
      }
      return await options.store(command);
    },
  });
  const precondition = { match: [entityTag(1)] };
  expectFailure(
    await service.handle({ operation: "delete", id, precondition }),
    412,
  );
});
