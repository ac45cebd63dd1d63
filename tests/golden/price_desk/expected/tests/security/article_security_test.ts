/**
 * What attackers try with articles.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { ARTICLE_SPEC } from "../../models/article.ts";
import { articleBody, makeArticle } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: ARTICLE_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: articleBody,
  make: ({ system }) => makeArticle(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
