/**
 * The controller of reviews alone, with a table in memory in place of the store.
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
import { ReviewController } from "../../components/review_controller.ts";
import { type Review, REVIEW_SPEC } from "../../models/review.ts";

const BODY = {
  stars: 1,
  text: "Some text",
  bookId: "01890a5d-ac96-774b-bcce-b302099a8057",
  authorId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Review>(standalone(REVIEW_SPEC), new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new ReviewController("review_controller", {}),
    {
      store_operation: (command: StoreCommand<Review>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Review>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("ReviewController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new ReviewController("review_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Review>) =>
        table.execute(command),
    },
  });
});

Deno.test("ReviewController gives a new review its id, times and defaults", async () => {
  await using controller = await start();
  const aReview = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Review;
  expectContains(aReview, BODY);
  assert.match(aReview.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aReview.createdAt, aReview.updatedAt);
});

Deno.test("ReviewController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("ReviewController refuses stars too small", async () => {
  await using controller = await start();
  const body = { ...BODY, stars: 0 };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("ReviewController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["stars", "text", "bookId"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("ReviewController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new ReviewController("review_controller", {}),
    {
      store_operation: (command: StoreCommand<Review>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Review>>("process_request", request),
  );
});
