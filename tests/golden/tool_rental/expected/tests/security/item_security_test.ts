/**
 * What attackers try with items.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { ITEM_SPEC } from "../../models/item.ts";
import { itemBody, makeItem } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: ITEM_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: itemBody,
  make: ({ system }) => makeItem(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
