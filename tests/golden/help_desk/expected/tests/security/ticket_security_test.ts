/**
 * What attackers try with tickets.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { TICKET_SPEC } from "../../models/ticket.ts";
import { makeTicket, ticketBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: TICKET_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: ["close"],
  start: startTestSystem,
  body: ticketBody,
  make: ({ system }) => makeTicket(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
