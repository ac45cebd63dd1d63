/**
 * The store of recipe goes with links alone, reached by its port.
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
import { RecipeGoesWithLinkStore } from "../../components/recipe_goes_with_link_store.ts";
import type { RecipeGoesWithLink } from "../../models/recipe_goes_with_link.ts";

const A_RECIPE_GOES_WITH_LINK: RecipeGoesWithLink = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  recipeId: "01890a5d-ac96-774b-bcce-b302099a8057",
  goesWithId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new RecipeGoesWithLinkStore("recipe_goes_with_link_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<RecipeGoesWithLink>) =>
      bench.request<StoreResult<RecipeGoesWithLink>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("RecipeGoesWithLinkStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () =>
      new RecipeGoesWithLinkStore("recipe_goes_with_link_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_RECIPE_GOES_WITH_LINK },
          { kind: "get", id: A_RECIPE_GOES_WITH_LINK.id },
          {
            kind: "delete",
            id: A_RECIPE_GOES_WITH_LINK.id,
            now: A_RECIPE_GOES_WITH_LINK.updatedAt,
          },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("RecipeGoesWithLinkStore returns a recipe goes with link as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(
    await store.run({ kind: "insert", entity: A_RECIPE_GOES_WITH_LINK }),
    { kind: "entity", entity: A_RECIPE_GOES_WITH_LINK, version: 1 },
  );
  assert.deepEqual(
    await store.run({ kind: "get", id: A_RECIPE_GOES_WITH_LINK.id }),
    { kind: "entity", entity: A_RECIPE_GOES_WITH_LINK, version: 1 },
  );
});

Deno.test("RecipeGoesWithLinkStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_RECIPE_GOES_WITH_LINK });
  const entity = {
    ...A_RECIPE_GOES_WITH_LINK,
    updatedAt: "2030-01-02T00:00:00.000Z",
  };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("RecipeGoesWithLinkStore deletes a recipe goes with link once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_RECIPE_GOES_WITH_LINK });
  const command = {
    kind: "delete",
    id: A_RECIPE_GOES_WITH_LINK.id,
    now: A_RECIPE_GOES_WITH_LINK.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("RecipeGoesWithLinkStore finds a recipe goes with link by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_RECIPE_GOES_WITH_LINK });
  await expectFound((command) => store.run(command), A_RECIPE_GOES_WITH_LINK, {
    fields: ["recipeId", "goesWithId"],
  });
});

Deno.test("RecipeGoesWithLinkStore refuses a second recipe goes with link with the same recipeId and goesWithId", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_RECIPE_GOES_WITH_LINK });
  const entity: RecipeGoesWithLink = {
    ...A_RECIPE_GOES_WITH_LINK,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "recipeId",
    fields: ["recipeId", "goesWithId"],
  });
});
