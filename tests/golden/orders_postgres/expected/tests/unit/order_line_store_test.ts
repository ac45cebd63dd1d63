/**
 * The store of order lines alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import {
  openMigratedPostgres,
  readMigrations,
} from "../../kit/postgres_migrations.ts";
import {
  dropForeignKeys,
  openTestSchema,
} from "../../kit/postgres_test_schema.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { OrderLineStore } from "../../components/order_line_store.ts";
import type { OrderLine } from "../../models/order_line.ts";

const A_ORDER_LINE: OrderLine = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  product: "Some product",
  quantity: 1,
  price: 9.5,
  orderId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty place in the tests' database. */
async function openPlace() {
  const schema = await openTestSchema();
  const migrations = readMigrations(
    fileURLToPath(new URL("../../migrations", import.meta.url)),
  );
  const database = await openMigratedPostgres({
    url: schema.url,
    connections: 2,
  }, migrations);
  // The entities it refers to are not there: this test is about the store alone.
  await dropForeignKeys(schema.url);
  return {
    database,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await schema[Symbol.asyncDispose]();
    },
  };
}

/** Runs the store on an empty database. */
async function start() {
  const place = await openPlace();
  const { database } = place;
  const bench = await benchComponent(
    new OrderLineStore("order_line_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<OrderLine>) =>
      bench.request<StoreResult<OrderLine>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

Deno.test("OrderLineStore keeps the contract of a component", async () => {
  await using place = await openPlace();
  const { database } = place;
  await checkComponent(
    () => new OrderLineStore("order_line_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_ORDER_LINE },
          { kind: "get", id: A_ORDER_LINE.id },
          { kind: "delete", id: A_ORDER_LINE.id, now: A_ORDER_LINE.updatedAt },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
      realTime: true, // it waits for the network
    },
  );
});

Deno.test("OrderLineStore returns an order line as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_ORDER_LINE }), {
    kind: "entity",
    entity: A_ORDER_LINE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_ORDER_LINE.id }), {
    kind: "entity",
    entity: A_ORDER_LINE,
    version: 1,
  });
});

Deno.test("OrderLineStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ORDER_LINE });
  const entity = { ...A_ORDER_LINE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("OrderLineStore deletes an order line once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ORDER_LINE });
  const command = {
    kind: "delete",
    id: A_ORDER_LINE.id,
    now: A_ORDER_LINE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("OrderLineStore finds an order line by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ORDER_LINE });
  await expectFound((command) => store.run(command), A_ORDER_LINE, {
    fields: ["product", "quantity", "price", "orderId"],
    texts: ["product"],
  });
});
