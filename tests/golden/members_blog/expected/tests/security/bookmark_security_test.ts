/**
 * What attackers try with bookmarks.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { BOOKMARK_SPEC } from "../../models/bookmark.ts";
import { bookmarkBody, makeBookmark } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: BOOKMARK_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: bookmarkBody,
  make: ({ system }) => makeBookmark(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
