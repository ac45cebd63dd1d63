/**
 * The controller of lessons alone, with a table in memory in place of the store.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent, standalone } from "../../kit/component_bench.ts";
import type { EntityReply, EntityRequest } from "../../kit/entity_request.ts";
import { expectFailure, expectValue } from "../../kit/expect_outcome.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { MemoryTable } from "../../kit/memory_table.ts";
import type { StoreCommand } from "../../kit/store_command.ts";
import { expectContains } from "../../kit/testing.ts";
import { LessonController } from "../../components/lesson_controller.ts";
import { type Lesson, LESSON_SPEC } from "../../models/lesson.ts";

const BODY = {
  title: "Some title",
  minutes: 1,
  courseId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Lesson>(standalone(LESSON_SPEC), new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new LessonController("lesson_controller", {}),
    {
      store_operation: (command: StoreCommand<Lesson>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Lesson>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("LessonController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new LessonController("lesson_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Lesson>) =>
        table.execute(command),
    },
  });
});

Deno.test("LessonController gives a new lesson its id, times and defaults", async () => {
  await using controller = await start();
  const aLesson = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Lesson;
  expectContains(aLesson, BODY);
  assert.match(aLesson.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aLesson.createdAt, aLesson.updatedAt);
});

Deno.test("LessonController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("LessonController refuses title blank", async () => {
  await using controller = await start();
  const body = { ...BODY, title: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("LessonController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["title", "minutes", "courseId"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("LessonController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new LessonController("lesson_controller", {}),
    {
      store_operation: (command: StoreCommand<Lesson>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Lesson>>("process_request", request),
  );
});
