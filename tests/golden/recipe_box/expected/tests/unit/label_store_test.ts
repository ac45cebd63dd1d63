/**
 * The store of labels alone, reached by its port.
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
import { LabelStore } from "../../components/label_store.ts";
import type { Label } from "../../models/label.ts";

const A_LABEL: Label = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  word: "Some word",
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
    new LabelStore("label_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Label>) =>
      bench.request<StoreResult<Label>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("LabelStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new LabelStore("label_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_LABEL },
        { kind: "get", id: A_LABEL.id },
        { kind: "delete", id: A_LABEL.id, now: A_LABEL.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("LabelStore returns a label as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_LABEL }), {
    kind: "entity",
    entity: A_LABEL,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_LABEL.id }), {
    kind: "entity",
    entity: A_LABEL,
    version: 1,
  });
});

Deno.test("LabelStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_LABEL });
  const entity = { ...A_LABEL, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("LabelStore deletes a label once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_LABEL });
  const command = {
    kind: "delete",
    id: A_LABEL.id,
    now: A_LABEL.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("LabelStore finds a label by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_LABEL });
  await expectFound((command) => store.run(command), A_LABEL, {
    fields: ["word"],
    texts: ["word"],
  });
});

Deno.test("LabelStore refuses a second word", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_LABEL });
  const entity: Label = {
    ...A_LABEL,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "word",
  });
});
