/**
 * The store of concerts alone, reached by its port.
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
import { ConcertStore } from "../../components/concert_store.ts";
import type { Concert } from "../../models/concert.ts";

const A_CONCERT: Concert = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  code: "Some code",
  title: "Some title",
  startsOn: "2030-01-15",
  state: "planned",
  program: "Some program",
  doorCode: "Some door co",
  leaderId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new ConcertStore("concert_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Concert>) =>
      bench.request<StoreResult<Concert>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("ConcertStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new ConcertStore("concert_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_CONCERT },
        { kind: "get", id: A_CONCERT.id },
        { kind: "delete", id: A_CONCERT.id, now: A_CONCERT.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("ConcertStore returns a concert as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_CONCERT }), {
    kind: "entity",
    entity: A_CONCERT,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_CONCERT.id }), {
    kind: "entity",
    entity: A_CONCERT,
    version: 1,
  });
});

Deno.test("ConcertStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CONCERT });
  const entity = { ...A_CONCERT, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("ConcertStore deletes a concert once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CONCERT });
  const command = {
    kind: "delete",
    id: A_CONCERT.id,
    now: A_CONCERT.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("ConcertStore finds a concert by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CONCERT });
  await expectFound((command) => store.run(command), A_CONCERT, {
    fields: [
      "code",
      "title",
      "startsOn",
      "state",
      "program",
      "doorCode",
      "leaderId",
    ],
    texts: ["code", "title", "program"],
  });
});

Deno.test("ConcertStore refuses a second code", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CONCERT });
  const entity: Concert = {
    ...A_CONCERT,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "code",
  });
});
