/**
 * The store of loans alone, reached by its port.
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
import { LoanStore } from "../../components/loan_store.ts";
import type { Loan } from "../../models/loan.ts";

const A_LOAN: Loan = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  dueDate: "2030-01-15",
  returned: true,
  bookId: "01890a5d-ac96-774b-bcce-b302099a8057",
  memberId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new LoanStore("loan_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Loan>) =>
      bench.request<StoreResult<Loan>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("LoanStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new LoanStore("loan_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_LOAN },
        { kind: "get", id: A_LOAN.id },
        { kind: "delete", id: A_LOAN.id, now: A_LOAN.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("LoanStore returns a loan as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_LOAN }), {
    kind: "entity",
    entity: A_LOAN,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_LOAN.id }), {
    kind: "entity",
    entity: A_LOAN,
    version: 1,
  });
});

Deno.test("LoanStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_LOAN });
  const entity = { ...A_LOAN, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("LoanStore deletes a loan once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_LOAN });
  const command = {
    kind: "delete",
    id: A_LOAN.id,
    now: A_LOAN.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("LoanStore finds a loan by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_LOAN });
  await expectFound((command) => store.run(command), A_LOAN, {
    fields: ["dueDate", "returned", "bookId", "memberId"],
  });
});
