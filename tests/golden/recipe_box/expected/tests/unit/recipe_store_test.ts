/**
 * The store of recipes alone, reached by its port.
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
import { RecipeStore } from "../../components/recipe_store.ts";
import type { Recipe } from "../../models/recipe.ts";

const A_RECIPE: Recipe = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  name: "Some name",
  steps: "Some steps",
};

/** Opens an empty database. */
function openDatabase() {
  const database = openSqlite({ path: ":memory:", durability: "full" });
  migrate(
    database,
    readMigrations(fileURLToPath(new URL("../../migrations", import.meta.url))),
  );
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new RecipeStore("recipe_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Recipe>) =>
      bench.request<StoreResult<Recipe>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("RecipeStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new RecipeStore("recipe_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_RECIPE },
        { kind: "get", id: A_RECIPE.id },
        { kind: "delete", id: A_RECIPE.id, now: A_RECIPE.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("RecipeStore returns a recipe as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_RECIPE }), {
    kind: "entity",
    entity: A_RECIPE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_RECIPE.id }), {
    kind: "entity",
    entity: A_RECIPE,
    version: 1,
  });
});

Deno.test("RecipeStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_RECIPE });
  const entity = { ...A_RECIPE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("RecipeStore deletes a recipe once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_RECIPE });
  const command = {
    kind: "delete",
    id: A_RECIPE.id,
    now: A_RECIPE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("RecipeStore finds a recipe by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_RECIPE });
  await expectFound((command) => store.run(command), A_RECIPE, {
    fields: ["name", "steps"],
    texts: ["name", "steps"],
  });
});
