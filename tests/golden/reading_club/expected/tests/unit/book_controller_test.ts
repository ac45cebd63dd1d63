/**
 * The controller of books alone, with a table in memory in place of the store.
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
import { BookController } from "../../components/book_controller.ts";
import { type Book, BOOK_SPEC } from "../../models/book.ts";

const BODY = {
  title: "Some title",
  about: "Some about",
  tags: ["Some tags"],
  addedById: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Book>(standalone(BOOK_SPEC), new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new BookController("book_controller", {}),
    {
      store_operation: (command: StoreCommand<Book>) => table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Book>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("BookController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new BookController("book_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Book>) => table.execute(command),
    },
  });
});

Deno.test("BookController gives a new book its id, times and defaults", async () => {
  await using controller = await start();
  const aBook = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Book;
  expectContains(aBook, BODY);
  assert.match(aBook.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aBook.createdAt, aBook.updatedAt);
});

Deno.test("BookController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("BookController makes slug of title", async () => {
  await using controller = await start();
  const make = async (title: string) =>
    expectValue(
      await controller.ask({ operation: "create", body: { ...BODY, title } }),
    ) as Book;
  for (
    const [text, slug] of [
      ["x".repeat(93), "x".repeat(92)],
      ["mine", "mine-2"],
      ["feed", "feed-2"],
    ] as const
  ) {
    assert.equal((await make(text)).slug, slug);
  }
  const made = await make("Crème brûlée: C'est ça!");
  const body = { title: "Another one" };
  const changed = expectValue(
    await controller.ask({ operation: "patch", id: made.id, body }),
  ) as Book;
  assert.equal(changed.slug, made.slug);
});

Deno.test("BookController refuses title blank", async () => {
  await using controller = await start();
  const body = { ...BODY, title: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("BookController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["title", "tags"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("BookController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new BookController("book_controller", {}),
    {
      store_operation: (command: StoreCommand<Book>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Book>>("process_request", request),
  );
});
