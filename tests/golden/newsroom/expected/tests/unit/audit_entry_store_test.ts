/**
 * The store of audit entries alone, reached by its port.
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
import { AuditEntryStore } from "../../components/audit_entry_store.ts";
import type { AuditEntry } from "../../models/audit_entry.ts";

const A_AUDIT_ENTRY: AuditEntry = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  event: "Some event",
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
    new AuditEntryStore("audit_entry_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<AuditEntry>) =>
      bench.request<StoreResult<AuditEntry>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("AuditEntryStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new AuditEntryStore("audit_entry_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_AUDIT_ENTRY },
          { kind: "get", id: A_AUDIT_ENTRY.id },
          {
            kind: "delete",
            id: A_AUDIT_ENTRY.id,
            now: A_AUDIT_ENTRY.updatedAt,
          },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("AuditEntryStore returns an audit entry as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_AUDIT_ENTRY }), {
    kind: "entity",
    entity: A_AUDIT_ENTRY,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_AUDIT_ENTRY.id }), {
    kind: "entity",
    entity: A_AUDIT_ENTRY,
    version: 1,
  });
});

Deno.test("AuditEntryStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_AUDIT_ENTRY });
  const entity = { ...A_AUDIT_ENTRY, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("AuditEntryStore deletes an audit entry once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_AUDIT_ENTRY });
  const command = {
    kind: "delete",
    id: A_AUDIT_ENTRY.id,
    now: A_AUDIT_ENTRY.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("AuditEntryStore finds an audit entry by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_AUDIT_ENTRY });
  await expectFound((command) => store.run(command), A_AUDIT_ENTRY, {
    fields: ["event"],
    texts: ["event"],
  });
});
