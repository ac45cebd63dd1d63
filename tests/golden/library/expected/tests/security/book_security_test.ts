/**
 * What attackers try with books.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { BOOK_SPEC } from "../../models/book.ts";
import { bookBody, makeBook } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: BOOK_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: bookBody,
  make: ({ system }) => makeBook(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
