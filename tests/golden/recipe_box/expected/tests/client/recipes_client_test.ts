/**
 * The client about recipes, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type RecipeCreate } from "../../client/client.ts";
import { makeRecipe } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a recipe", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: RecipeCreate = {
    name: "Some name",
    steps: "Some steps",
  };
  const created = await client.recipes.create(body);
  assert.deepEqual(await client.recipes.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.recipes.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a recipe", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aRecipe = await makeRecipe(test.system);
  const found = await client.recipes.get(aRecipe.id);
  assert.equal(typeof found, "object");
  await assert.rejects(client.recipes.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all recipes, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeRecipe(test.system), await makeRecipe(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.recipes.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a recipe", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aRecipe = await makeRecipe(test.system);
  const change = { name: "Changed" } as const;
  const changed = await client.recipes.patch(aRecipe.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a recipe", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aRecipe = await makeRecipe(test.system);
  await client.recipes.delete(aRecipe.id);
  await assert.rejects(client.recipes.delete(aRecipe.id), refusal(404));
});
