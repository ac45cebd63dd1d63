/**
 * What the examples of the blueprint say of the logic of articles.
 *
 * @module
 */
import assert from "node:assert/strict";
import { logicComputation } from "../../kit/computed_logic.ts";
import { expectValue } from "../../kit/expect_outcome.ts";
import { isRefusal } from "../../kit/logic_trials.ts";
import {
  ARTICLE_LOGIC,
  ARTICLE_LOGIC_FIELDS,
} from "../../logic/article_logic.ts";
import { type Article, ARTICLE_SPEC } from "../../models/article.ts";

/** What an example does not give. */
const SAMPLE: Article = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  title: "Some title",
  body: "Some body",
  status: "draft",
  edits: 0,
  readingMinutes: 1,
  teaser: null,
  authorId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

const CONTEXT = { operation: "example", now: SAMPLE.updatedAt, before: SAMPLE };

const compute = logicComputation(ARTICLE_SPEC, ARTICLE_LOGIC_FIELDS);

Deno.test('computeReadingMinutes gives 0 for an article with {"body":""}', () => {
  const given: Article = { ...SAMPLE, body: "" };
  assert.deepEqual(expectValue(compute(given)).readingMinutes, 0);
});

Deno.test('computeReadingMinutes gives 1 for an article with {"body":"One or two words"}', () => {
  const given: Article = { ...SAMPLE, body: "One or two words" };
  assert.deepEqual(expectValue(compute(given)).readingMinutes, 1);
});

Deno.test('guardPublish refuses an article with {"body":" "}', async () => {
  const given: Article = { ...SAMPLE, body: " " };
  assert.equal(
    isRefusal(await ARTICLE_LOGIC.guards?.["publish"]?.(given, CONTEXT)),
    true,
  );
});

Deno.test('guardPublish lets pass an article with {"body":"A word"}', async () => {
  const given: Article = { ...SAMPLE, body: "A word" };
  assert.equal(
    isRefusal(await ARTICLE_LOGIC.guards?.["publish"]?.(given, CONTEXT)),
    false,
  );
});

Deno.test('applyRetract refuses an article with {"title":"Retracted: Calm"}', async () => {
  const given: Article = { ...SAMPLE, title: "Retracted: Calm" };
  assert.equal(
    isRefusal(await ARTICLE_LOGIC.actions?.["retract"]?.(given, CONTEXT)),
    true,
  );
});

Deno.test('applyRetract lets pass an article with {"title":"Calm"}', async () => {
  const given: Article = { ...SAMPLE, title: "Calm" };
  assert.equal(
    isRefusal(await ARTICLE_LOGIC.actions?.["retract"]?.(given, CONTEXT)),
    false,
  );
});

Deno.test('beforeCreate refuses an article with {"title":"LOUD"}', async () => {
  const given: Article = { ...SAMPLE, title: "LOUD" };
  assert.equal(
    isRefusal(await ARTICLE_LOGIC.beforeCreate?.(given, CONTEXT)),
    true,
  );
});

Deno.test('beforeCreate lets pass an article with {"title":" Calm"}', async () => {
  const given: Article = { ...SAMPLE, title: " Calm" };
  assert.equal(
    isRefusal(await ARTICLE_LOGIC.beforeCreate?.(given, CONTEXT)),
    false,
  );
});
