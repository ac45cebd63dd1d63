/**
 * What was asked for: each sentence of the request, seen from a client.
 *
 * @module
 */
import {
  expectKeeps,
  expectPatches,
  expectReplaces,
  posting,
} from "../kit/acceptance.ts";
import { articleBody, makeArticle } from "./samples.ts";
import { startTestSystem } from "./test_system.ts";

Deno.test("R1 article.title: An article has a title and a link made of it", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/articles"), articleBody(), "title");
});

Deno.test("R2 article.patch: Authors change their articles", async () => {
  await using test = await startTestSystem();
  await expectPatches(
    test.client,
    `/articles/${(await makeArticle(test.system)).id}`,
    { title: "Changed" },
  );
});

Deno.test("R2 article.replace: Authors change their articles", async () => {
  await using test = await startTestSystem();
  await expectReplaces(
    test.client,
    `/articles/${(await makeArticle(test.system)).id}`,
    articleBody(),
  );
});

// Not tested here:
// - R1 article.slug: no client can set it; tests/contract/article_test.ts shows it
