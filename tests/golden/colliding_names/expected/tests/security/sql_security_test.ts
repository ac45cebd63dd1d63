/**
 * What attackers try with sqls.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { SQL_SPEC } from "../../models/sql.ts";
import { makeSQL, sqlBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: SQL_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: ({ system }) => sqlBody(system),
  make: ({ system }) => makeSQL(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
