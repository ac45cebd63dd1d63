/**
 * The store of customers alone, reached by its port.
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
import { openTestSchema } from "../../kit/postgres_test_schema.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { CustomerStore } from "../../components/customer_store.ts";
import type { Customer } from "../../models/customer.ts";

const A_CUSTOMER: Customer = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  email: "someone@example.com",
  name: "Some name",
  born: "2030-01-15",
  website: "https://example.com/",
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
    new CustomerStore("customer_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Customer>) =>
      bench.request<StoreResult<Customer>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

Deno.test("CustomerStore keeps the contract of a component", async () => {
  await using place = await openPlace();
  const { database } = place;
  await checkComponent(
    () => new CustomerStore("customer_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_CUSTOMER },
          { kind: "get", id: A_CUSTOMER.id },
          { kind: "delete", id: A_CUSTOMER.id, now: A_CUSTOMER.updatedAt },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
      realTime: true, // it waits for the network
    },
  );
});

Deno.test("CustomerStore returns a customer as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_CUSTOMER }), {
    kind: "entity",
    entity: A_CUSTOMER,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_CUSTOMER.id }), {
    kind: "entity",
    entity: A_CUSTOMER,
    version: 1,
  });
});

Deno.test("CustomerStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CUSTOMER });
  const entity = { ...A_CUSTOMER, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("CustomerStore deletes a customer once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CUSTOMER });
  const command = {
    kind: "delete",
    id: A_CUSTOMER.id,
    now: A_CUSTOMER.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("CustomerStore finds a customer by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CUSTOMER });
  await expectFound((command) => store.run(command), A_CUSTOMER, {
    fields: ["email", "name", "born", "website"],
    texts: ["email", "name", "website"],
  });
});

Deno.test("CustomerStore refuses a second email", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CUSTOMER });
  const entity: Customer = {
    ...A_CUSTOMER,
    ...{ website: "https://example.org/other" },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "email",
  });
  const same: Customer = { ...entity, email: "SOMEONE@EXAMPLE.COM" };
  assert.deepEqual(await store.run({ kind: "insert", entity: same }), {
    kind: "duplicate",
    field: "email",
  });
});

Deno.test("CustomerStore refuses a second website", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CUSTOMER });
  const entity: Customer = {
    ...A_CUSTOMER,
    ...{ email: "other@example.com" },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "website",
  });
});
