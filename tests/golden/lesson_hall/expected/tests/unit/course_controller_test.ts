/**
 * The controller of courses alone, with a table in memory in place of the store.
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
import { CourseController } from "../../components/course_controller.ts";
import { type Course, COURSE_SPEC } from "../../models/course.ts";

const BODY = {
  code: "Some code",
  title: "Some title",
  leadId: "01890a5d-ac96-774b-bcce-b302099a8057",
  placeId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Course>(standalone(COURSE_SPEC), new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new CourseController("course_controller", {}),
    {
      store_operation: (command: StoreCommand<Course>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Course>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("CourseController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new CourseController("course_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Course>) =>
        table.execute(command),
    },
  });
});

Deno.test("CourseController gives a new course its id, times and defaults", async () => {
  await using controller = await start();
  const aCourse = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Course;
  expectContains(aCourse, BODY);
  assert.match(aCourse.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aCourse.createdAt, aCourse.updatedAt);
  assert.deepEqual(aCourse.state, "draft");
});

Deno.test("CourseController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("CourseController refuses code blank", async () => {
  await using controller = await start();
  const body = { ...BODY, code: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("CourseController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["code", "title", "state"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("CourseController carries out open", async () => {
  await using controller = await start();
  const body = { ...BODY };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Course;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "open" }),
  );
  expectContains(done, { state: "open" });
});

Deno.test("CourseController carries out close", async () => {
  await using controller = await start();
  const body = { ...BODY, ...{ state: "open" } };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Course;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "close" }),
  );
  expectContains(done, { state: "closed" });
});

Deno.test("CourseController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new CourseController("course_controller", {}),
    {
      store_operation: (command: StoreCommand<Course>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Course>>("process_request", request),
  );
});
