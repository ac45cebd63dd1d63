/**
 * The store of credentials alone, reached by its port.
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
import { CredentialStore } from "../../components/credential_store.ts";
import type { Credential } from "../../models/credential.ts";

const A_CREDENTIAL: Credential = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  passwordHash: "Some password hash",
  userId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new CredentialStore("credential_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Credential>) =>
      bench.request<StoreResult<Credential>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("CredentialStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new CredentialStore("credential_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_CREDENTIAL },
          { kind: "get", id: A_CREDENTIAL.id },
          { kind: "delete", id: A_CREDENTIAL.id, now: A_CREDENTIAL.updatedAt },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("CredentialStore returns a credential as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_CREDENTIAL }), {
    kind: "entity",
    entity: A_CREDENTIAL,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_CREDENTIAL.id }), {
    kind: "entity",
    entity: A_CREDENTIAL,
    version: 1,
  });
});

Deno.test("CredentialStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CREDENTIAL });
  const entity = { ...A_CREDENTIAL, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("CredentialStore deletes a credential once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CREDENTIAL });
  const command = {
    kind: "delete",
    id: A_CREDENTIAL.id,
    now: A_CREDENTIAL.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("CredentialStore finds a credential by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CREDENTIAL });
  await expectFound((command) => store.run(command), A_CREDENTIAL, {
    fields: ["passwordHash", "userId"],
  });
});

Deno.test("CredentialStore refuses a second userId", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CREDENTIAL });
  const entity: Credential = {
    ...A_CREDENTIAL,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "userId",
  });
});
