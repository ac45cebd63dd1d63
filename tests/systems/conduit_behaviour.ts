/**
 * What a client expects of the Conduit API beyond the public suite: exact bodies, refusals, paging, persistence.
 *
 * @module
 */
import { ARTICLE_SCENARIOS } from "./conduit_articles.ts";
import { LIST_SCENARIOS } from "./conduit_lists.ts";
import { PEOPLE_SCENARIOS } from "./conduit_people.ts";
import { STRICT_SCENARIOS } from "./conduit_strict.ts";
import type { Scenarios } from "./system_tests.ts";

/** All of it, by what is expected. */
export const CONDUIT_SCENARIOS: Scenarios = {
  ...PEOPLE_SCENARIOS,
  ...ARTICLE_SCENARIOS,
  ...LIST_SCENARIOS,
  ...STRICT_SCENARIOS,
};
