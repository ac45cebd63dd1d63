/**
 * The store of topics alone, reached by its port.
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
import { TopicStore } from "../../components/topic_store.ts";
import type { Topic } from "../../models/topic.ts";

const A_TOPIC: Topic = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  name: "Some name",
  approved: true,
  proposerId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new TopicStore("topic_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Topic>) =>
      bench.request<StoreResult<Topic>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("TopicStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new TopicStore("topic_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_TOPIC },
        { kind: "get", id: A_TOPIC.id },
        { kind: "delete", id: A_TOPIC.id, now: A_TOPIC.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("TopicStore returns a topic as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_TOPIC }), {
    kind: "entity",
    entity: A_TOPIC,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_TOPIC.id }), {
    kind: "entity",
    entity: A_TOPIC,
    version: 1,
  });
});

Deno.test("TopicStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TOPIC });
  const entity = { ...A_TOPIC, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("TopicStore deletes a topic once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TOPIC });
  const command = {
    kind: "delete",
    id: A_TOPIC.id,
    now: A_TOPIC.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("TopicStore finds a topic by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TOPIC });
  await expectFound((command) => store.run(command), A_TOPIC, {
    fields: ["name", "approved", "proposerId"],
    texts: ["name"],
  });
});

Deno.test("TopicStore refuses a second name", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TOPIC });
  const entity: Topic = {
    ...A_TOPIC,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "name",
  });
});
