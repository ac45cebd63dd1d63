/**
 * The store of rentals alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { migrate, readMigrations } from "../../kit/migrations.ts";
import { openSqlite } from "../../kit/sqlite_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { RentalStore } from "../../components/rental_store.ts";
import type { Rental } from "../../models/rental.ts";

const A_RENTAL: Rental = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  status: "asked",
  startsAt: "2030-01-15T09:30:00.000Z",
  endsAt: "2030-01-15T10:30:00.000Z",
  person: "someone@example.com",
  toolId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty database. */
function openDatabase() {
  const database = openSqlite({ path: ":memory:", durability: "full" });
  migrate(
    database,
    readMigrations(fileURLToPath(new URL("../../migrations", import.meta.url))),
  );
  // The entities it refers to are not there: this test is about the store alone.
  database.exec("PRAGMA foreign_keys = OFF");
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new RentalStore("rental_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Rental>) =>
      bench.request<StoreResult<Rental>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("RentalStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new RentalStore("rental_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_RENTAL },
        { kind: "get", id: A_RENTAL.id },
        { kind: "delete", id: A_RENTAL.id, now: A_RENTAL.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("RentalStore returns a rental as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_RENTAL }), {
    kind: "entity",
    entity: A_RENTAL,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_RENTAL.id }), {
    kind: "entity",
    entity: A_RENTAL,
    version: 1,
  });
});

Deno.test("RentalStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_RENTAL });
  const entity = { ...A_RENTAL, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("RentalStore deletes a rental once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_RENTAL });
  const command = {
    kind: "delete",
    id: A_RENTAL.id,
    now: A_RENTAL.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("RentalStore finds a rental by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_RENTAL });
  await expectFound((command) => store.run(command), A_RENTAL, {
    fields: ["status", "startsAt", "endsAt", "person", "toolId"],
    texts: ["person"],
  });
});

Deno.test("RentalStore lets no two rentals overlap from startsAt to endsAt", async () => {
  await using store = await start();
  const taken: Rental = { ...A_RENTAL, ...{ status: "asked" } };
  await store.run({ kind: "insert", entity: taken });
  const entity: Rental = {
    ...taken,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "overlap",
    rule: 0,
  });
  assert.deepEqual(await store.run({ kind: "get", id: entity.id }), {
    kind: "missing",
  });
});
