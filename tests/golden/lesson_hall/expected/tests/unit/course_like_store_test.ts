/**
 * The store of course likes alone, reached by its port.
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
import { CourseLikeStore } from "../../components/course_like_store.ts";
import type { CourseLike } from "../../models/course_like.ts";

const A_COURSE_LIKE: CourseLike = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  userId: "01890a5d-ac96-774b-bcce-b302099a8057",
  courseId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new CourseLikeStore("course_like_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<CourseLike>) =>
      bench.request<StoreResult<CourseLike>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("CourseLikeStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new CourseLikeStore("course_like_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_COURSE_LIKE },
          { kind: "get", id: A_COURSE_LIKE.id },
          {
            kind: "delete",
            id: A_COURSE_LIKE.id,
            now: A_COURSE_LIKE.updatedAt,
          },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("CourseLikeStore returns a course like as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_COURSE_LIKE }), {
    kind: "entity",
    entity: A_COURSE_LIKE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_COURSE_LIKE.id }), {
    kind: "entity",
    entity: A_COURSE_LIKE,
    version: 1,
  });
});

Deno.test("CourseLikeStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_COURSE_LIKE });
  const entity = { ...A_COURSE_LIKE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("CourseLikeStore deletes a course like once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_COURSE_LIKE });
  const command = {
    kind: "delete",
    id: A_COURSE_LIKE.id,
    now: A_COURSE_LIKE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("CourseLikeStore finds a course like by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_COURSE_LIKE });
  await expectFound((command) => store.run(command), A_COURSE_LIKE, {
    fields: ["userId", "courseId"],
  });
});

Deno.test("CourseLikeStore refuses a second course like with the same userId and courseId", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_COURSE_LIKE });
  const entity: CourseLike = {
    ...A_COURSE_LIKE,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "userId",
    fields: ["userId", "courseId"],
  });
});
