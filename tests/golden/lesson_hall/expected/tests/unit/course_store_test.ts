/**
 * The store of courses alone, reached by its port.
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
import { CourseStore } from "../../components/course_store.ts";
import type { Course } from "../../models/course.ts";

const A_COURSE: Course = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  code: "Some code",
  title: "Some title",
  state: "draft",
  leadId: "01890a5d-ac96-774b-bcce-b302099a8057",
  placeId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new CourseStore("course_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Course>) =>
      bench.request<StoreResult<Course>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("CourseStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new CourseStore("course_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_COURSE },
        { kind: "get", id: A_COURSE.id },
        { kind: "delete", id: A_COURSE.id, now: A_COURSE.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("CourseStore returns a course as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_COURSE }), {
    kind: "entity",
    entity: A_COURSE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_COURSE.id }), {
    kind: "entity",
    entity: A_COURSE,
    version: 1,
  });
});

Deno.test("CourseStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_COURSE });
  const entity = { ...A_COURSE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("CourseStore deletes a course once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_COURSE });
  const command = {
    kind: "delete",
    id: A_COURSE.id,
    now: A_COURSE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("CourseStore finds a course by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_COURSE });
  await expectFound((command) => store.run(command), A_COURSE, {
    fields: ["code", "title", "state", "leadId", "placeId"],
    texts: ["code", "title"],
  });
});

Deno.test("CourseStore refuses a second code", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_COURSE });
  const entity: Course = {
    ...A_COURSE,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "code",
  });
});
