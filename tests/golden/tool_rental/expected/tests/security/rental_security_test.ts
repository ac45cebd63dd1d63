/**
 * What attackers try with rentals.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { RENTAL_SPEC } from "../../models/rental.ts";
import { makeRental, rentalBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: RENTAL_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: ["confirm", "cancel", "renew"],
  start: startTestSystem,
  body: ({ system }) => rentalBody(system),
  make: ({ system }) => makeRental(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
