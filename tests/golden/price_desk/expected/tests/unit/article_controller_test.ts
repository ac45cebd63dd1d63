/**
 * The controller of articles alone, with a table in memory in place of the store.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import type { EntityReply, EntityRequest } from "../../kit/entity_request.ts";
import { expectFailure, expectValue } from "../../kit/expect_outcome.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { MemoryTable } from "../../kit/memory_table.ts";
import type { StoreCommand } from "../../kit/store_command.ts";
import { expectContains } from "../../kit/testing.ts";
import { ArticleController } from "../../components/article_controller.ts";
import { type Article, ARTICLE_SPEC } from "../../models/article.ts";

const BODY = { title: "Some title", price: 9.5 };

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Article>(ARTICLE_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new ArticleController("article_controller", {}),
    {
      store_operation: (command: StoreCommand<Article>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Article>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("ArticleController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new ArticleController("article_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Article>) =>
        table.execute(command),
    },
  });
});

Deno.test("ArticleController gives a new article its id, times and defaults", async () => {
  await using controller = await start();
  const anArticle = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Article;
  expectContains(anArticle, BODY);
  assert.match(anArticle.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(anArticle.createdAt, anArticle.updatedAt);
});

Deno.test("ArticleController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("ArticleController refuses title blank", async () => {
  await using controller = await start();
  const body = { ...BODY, title: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("ArticleController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["title", "price"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("ArticleController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new ArticleController("article_controller", {}),
    {
      store_operation: (command: StoreCommand<Article>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Article>>("process_request", request),
  );
});
