/**
 * The store of controllers alone, reached by its port.
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
import { ControllerStore } from "../../components/controller_store.ts";
import type { Controller } from "../../models/controller.ts";

const A_CONTROLLER: Controller = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  isbn: "-X---3X-94X",
  code: "b",
};

/** Opens an empty database. */
function openDatabase() {
  const database = openSqlite({ path: ":memory:", durability: "full" });
  migrate(
    database,
    readMigrations(fileURLToPath(new URL("../../migrations", import.meta.url))),
  );
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new ControllerStore("controller_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Controller>) =>
      bench.request<StoreResult<Controller>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("ControllerStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new ControllerStore("controller_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_CONTROLLER },
          { kind: "get", id: A_CONTROLLER.id },
          { kind: "delete", id: A_CONTROLLER.id, now: A_CONTROLLER.updatedAt },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("ControllerStore returns a controller as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_CONTROLLER }), {
    kind: "entity",
    entity: A_CONTROLLER,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_CONTROLLER.id }), {
    kind: "entity",
    entity: A_CONTROLLER,
    version: 1,
  });
});

Deno.test("ControllerStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CONTROLLER });
  const entity = { ...A_CONTROLLER, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("ControllerStore deletes a controller once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CONTROLLER });
  const command = {
    kind: "delete",
    id: A_CONTROLLER.id,
    now: A_CONTROLLER.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("ControllerStore finds a controller by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CONTROLLER });
  await expectFound((command) => store.run(command), A_CONTROLLER, {
    fields: ["isbn", "code"],
    texts: ["isbn", "code"],
  });
});
