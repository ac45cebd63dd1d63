/**
 * The controller of recipe goes with links alone, with a table in memory in place of the store.
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
import { RecipeGoesWithLinkController } from "../../components/recipe_goes_with_link_controller.ts";
import {
  RECIPE_GOES_WITH_LINK_SPEC,
  type RecipeGoesWithLink,
} from "../../models/recipe_goes_with_link.ts";

const BODY = {
  recipeId: "01890a5d-ac96-774b-bcce-b302099a8057",
  goesWithId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<RecipeGoesWithLink>(
    standalone(RECIPE_GOES_WITH_LINK_SPEC),
    new MemoryDatabase(),
  );
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new RecipeGoesWithLinkController("recipe_goes_with_link_controller", {}),
    {
      store_operation: (command: StoreCommand<RecipeGoesWithLink>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<RecipeGoesWithLink>>(
        "process_request",
        request,
      ),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("RecipeGoesWithLinkController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(
    () =>
      new RecipeGoesWithLinkController("recipe_goes_with_link_controller", {}),
    {
      messages: {
        process_request: [{ operation: "create", body: BODY }],
      },
      // No request at all: its handler throws.
      failing: { process_request: [null] },
      replies: {
        store_operation: (command: StoreCommand<RecipeGoesWithLink>) =>
          table.execute(command),
      },
    },
  );
});

Deno.test("RecipeGoesWithLinkController gives a new recipe goes with link its id, times and defaults", async () => {
  await using controller = await start();
  const aRecipeGoesWithLink = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as RecipeGoesWithLink;
  expectContains(aRecipeGoesWithLink, BODY);
  assert.match(aRecipeGoesWithLink.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aRecipeGoesWithLink.createdAt, aRecipeGoesWithLink.updatedAt);
});

Deno.test("RecipeGoesWithLinkController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("RecipeGoesWithLinkController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["recipeId", "goesWithId"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("RecipeGoesWithLinkController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new RecipeGoesWithLinkController("recipe_goes_with_link_controller", {}),
    {
      store_operation: (command: StoreCommand<RecipeGoesWithLink>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<RecipeGoesWithLink>>(
      "process_request",
      request,
    ),
  );
});
