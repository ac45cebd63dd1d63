/**
 * The store of recipe labels alone, reached by its port.
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
import { RecipeLabelStore } from "../../components/recipe_label_store.ts";
import type { RecipeLabel } from "../../models/recipe_label.ts";

const A_RECIPE_LABEL: RecipeLabel = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  recipeId: "01890a5d-ac96-774b-bcce-b302099a8057",
  labelId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new RecipeLabelStore("recipe_label_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<RecipeLabel>) =>
      bench.request<StoreResult<RecipeLabel>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("RecipeLabelStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new RecipeLabelStore("recipe_label_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_RECIPE_LABEL },
          { kind: "get", id: A_RECIPE_LABEL.id },
          {
            kind: "delete",
            id: A_RECIPE_LABEL.id,
            now: A_RECIPE_LABEL.updatedAt,
          },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("RecipeLabelStore returns a recipe label as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(
    await store.run({ kind: "insert", entity: A_RECIPE_LABEL }),
    { kind: "entity", entity: A_RECIPE_LABEL, version: 1 },
  );
  assert.deepEqual(await store.run({ kind: "get", id: A_RECIPE_LABEL.id }), {
    kind: "entity",
    entity: A_RECIPE_LABEL,
    version: 1,
  });
});

Deno.test("RecipeLabelStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_RECIPE_LABEL });
  const entity = { ...A_RECIPE_LABEL, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("RecipeLabelStore deletes a recipe label once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_RECIPE_LABEL });
  const command = {
    kind: "delete",
    id: A_RECIPE_LABEL.id,
    now: A_RECIPE_LABEL.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("RecipeLabelStore finds a recipe label by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_RECIPE_LABEL });
  await expectFound((command) => store.run(command), A_RECIPE_LABEL, {
    fields: ["recipeId", "labelId"],
  });
});

Deno.test("RecipeLabelStore refuses a second recipe label with the same recipeId and labelId", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_RECIPE_LABEL });
  const entity: RecipeLabel = {
    ...A_RECIPE_LABEL,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "recipeId",
    fields: ["recipeId", "labelId"],
  });
});
