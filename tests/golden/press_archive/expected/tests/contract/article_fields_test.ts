/**
 * What clients can rely on: the fields of articles that follow from others, or that no answer shows.
 *
 * @module
 */
import assert from "node:assert/strict";
import { expectProblem } from "../../kit/testing.ts";
import type { Article } from "../../models/article.ts";
import { articleBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /articles takes the note, and no answer shows it", async () => {
  await using test = await startTestSystem();
  const body = { ...articleBody(), note: "Changed" };
  const created = await test.client.post<Article>("/articles", body);
  assert.equal(created.status, 201, JSON.stringify(created.body));
  assert.equal(Object.hasOwn(created.body, "note"), false);
  const listed = await test.client.get<{ items: Article[] }>("/articles");
  assert.deepEqual(listed.body.items, [created.body]);
  const filter = new URLSearchParams({ note: String(body.note) });
  expectProblem(await test.client.get(`/articles?${filter}`), 422, "note");
  expectProblem(await test.client.get("/articles?sort=note"), 422, "sort");
});
