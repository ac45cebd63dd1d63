/**
 * The store of users alone, reached by its port.
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
import { UserStore } from "../../components/user_store.ts";
import type { User } from "../../models/user.ts";

const A_USER: User = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  email: "someone@example.com",
  role: "member",
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
    new UserStore("user_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<User>) =>
      bench.request<StoreResult<User>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("UserStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new UserStore("user_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_USER },
        { kind: "get", id: A_USER.id },
        { kind: "delete", id: A_USER.id, now: A_USER.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("UserStore returns a user as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_USER }), {
    kind: "entity",
    entity: A_USER,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_USER.id }), {
    kind: "entity",
    entity: A_USER,
    version: 1,
  });
});

Deno.test("UserStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_USER });
  const entity = { ...A_USER, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("UserStore deletes a user once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_USER });
  const command = {
    kind: "delete",
    id: A_USER.id,
    now: A_USER.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("UserStore finds a user by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_USER });
  await expectFound((command) => store.run(command), A_USER, {
    fields: ["email", "role"],
    texts: ["email"],
  });
});

Deno.test("UserStore refuses a second email", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_USER });
  const entity: User = {
    ...A_USER,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "email",
  });
  const same: User = { ...entity, email: "SOMEONE@EXAMPLE.COM" };
  assert.deepEqual(await store.run({ kind: "insert", entity: same }), {
    kind: "duplicate",
    field: "email",
  });
});
