/**
 * What was asked for: each sentence of the request, seen from a client.
 *
 * @module
 */
import { expectAction, expectCreates, posting } from "../kit/acceptance.ts";
import { logicPart } from "../kit/logic_part.ts";
import {
  expectAccepted,
  expectGives,
  expectRefused,
} from "../kit/played_example.ts";
import { expectProblem } from "../kit/testing.ts";
import { ARTICLE_LOGIC } from "../logic/article_logic.ts";
import type { SystemLogic } from "../logic/system_logic.ts";
import { articleBody, makeArticle } from "./samples.ts";
import { startTestSystem } from "./test_system.ts";

/** Starts the system with a part of its logic, which an example is about; it is called where it listens. */
function startServed(logic: SystemLogic = {}) {
  return startTestSystem(undefined, { logic, overHttp: true });
}

Deno.test('R1 article.readingMinutes (computeReadingMinutes gives 0 for an article with {"body":""}): An article says how many minutes it takes to read', async () => {
  await using test = await startServed();
  await expectGives(posting(test.client, "/articles"), {
    ...articleBody(),
    body: "",
  }, { readingMinutes: 0 });
});

Deno.test('R1 article.readingMinutes (computeReadingMinutes gives 1 for an article with {"body":"One or two words"}): An article says how many minutes it takes to read', async () => {
  await using test = await startServed();
  await expectGives(posting(test.client, "/articles"), {
    ...articleBody(),
    body: "One or two words",
  }, { readingMinutes: 1 });
});

Deno.test("R3 article.publish: Only what has a body is published", async () => {
  await using test = await startTestSystem();
  await expectAction(
    test.client,
    `/articles/${(await makeArticle(test.system)).id}/publish`,
    { status: "published" },
  );
});

Deno.test('R3 article.publish (guardPublish refuses an article with {"body":" "}): Only what has a body is published', async () => {
  await using test = await startServed({
    article: logicPart(ARTICLE_LOGIC, { guard: "publish" }),
  });
  expectProblem(
    await test.client.post(
      `/articles/${(await makeArticle(test.system, { body: " " })).id}/publish`,
    ),
    409,
  );
});

Deno.test('R3 article.publish (guardPublish lets pass an article with {"body":"A word"}): Only what has a body is published', async () => {
  await using test = await startServed({
    article: logicPart(ARTICLE_LOGIC, { guard: "publish" }),
  });
  await expectAction(
    test.client,
    `/articles/${
      (await makeArticle(test.system, { body: "A word" })).id
    }/publish`,
    { status: "published" },
  );
});

Deno.test("R4 article.retract: What was retracted once is not retracted again", async () => {
  await using test = await startTestSystem();
  await expectAction(
    test.client,
    `/articles/${
      (await makeArticle(test.system, { status: "published" })).id
    }/retract`,
    { status: "draft" },
  );
});

Deno.test('R4 article.retract (applyRetract refuses an article with {"title":"Retracted: Calm"}): What was retracted once is not retracted again', async () => {
  await using test = await startServed({
    article: logicPart(ARTICLE_LOGIC, { action: "retract" }),
  });
  expectRefused(
    await test.client.post(
      `/articles/${
        (await makeArticle(test.system, {
          status: "published",
          title: "Retracted: Calm",
        })).id
      }/retract`,
    ),
  );
});

Deno.test('R4 article.retract (applyRetract lets pass an article with {"title":"Calm"}): What was retracted once is not retracted again', async () => {
  await using test = await startServed({
    article: logicPart(ARTICLE_LOGIC, { action: "retract" }),
  });
  expectAccepted(
    await test.client.post(
      `/articles/${
        (await makeArticle(test.system, { status: "published", title: "Calm" }))
          .id
      }/retract`,
    ),
  );
});

Deno.test("R5 article.create: Titles do not shout", async () => {
  await using test = await startTestSystem();
  await expectCreates(test.client, "/articles", articleBody());
});

Deno.test('R5 article.create (beforeCreate refuses an article with {"title":"LOUD"}): Titles do not shout', async () => {
  await using test = await startServed({
    article: logicPart(ARTICLE_LOGIC, { hook: "beforeCreate" }),
  });
  expectRefused(
    await test.client.post("/articles", { ...articleBody(), title: "LOUD" }),
  );
});

Deno.test('R5 article.create (beforeCreate lets pass an article with {"title":" Calm"}): Titles do not shout', async () => {
  await using test = await startServed({
    article: logicPart(ARTICLE_LOGIC, { hook: "beforeCreate" }),
  });
  expectAccepted(
    await test.client.post("/articles", { ...articleBody(), title: " Calm" }),
  );
});

// Not tested here:
// - R2 article.teaser: computeTeaser has no examples, so that nothing shows what it does
