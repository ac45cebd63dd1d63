/**
 * The store of course topics alone, reached by its port.
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
import { CourseTopicStore } from "../../components/course_topic_store.ts";
import type { CourseTopic } from "../../models/course_topic.ts";

const A_COURSE_TOPIC: CourseTopic = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  courseId: "01890a5d-ac96-774b-bcce-b302099a8057",
  topicId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new CourseTopicStore("course_topic_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<CourseTopic>) =>
      bench.request<StoreResult<CourseTopic>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("CourseTopicStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new CourseTopicStore("course_topic_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_COURSE_TOPIC },
          { kind: "get", id: A_COURSE_TOPIC.id },
          {
            kind: "delete",
            id: A_COURSE_TOPIC.id,
            now: A_COURSE_TOPIC.updatedAt,
          },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("CourseTopicStore returns a course topic as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(
    await store.run({ kind: "insert", entity: A_COURSE_TOPIC }),
    { kind: "entity", entity: A_COURSE_TOPIC, version: 1 },
  );
  assert.deepEqual(await store.run({ kind: "get", id: A_COURSE_TOPIC.id }), {
    kind: "entity",
    entity: A_COURSE_TOPIC,
    version: 1,
  });
});

Deno.test("CourseTopicStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_COURSE_TOPIC });
  const entity = { ...A_COURSE_TOPIC, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("CourseTopicStore deletes a course topic once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_COURSE_TOPIC });
  const command = {
    kind: "delete",
    id: A_COURSE_TOPIC.id,
    now: A_COURSE_TOPIC.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("CourseTopicStore finds a course topic by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_COURSE_TOPIC });
  await expectFound((command) => store.run(command), A_COURSE_TOPIC, {
    fields: ["courseId", "topicId"],
  });
});

Deno.test("CourseTopicStore refuses a second course topic with the same courseId and topicId", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_COURSE_TOPIC });
  const entity: CourseTopic = {
    ...A_COURSE_TOPIC,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "courseId",
    fields: ["courseId", "topicId"],
  });
});
