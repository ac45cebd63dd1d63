/**
 * What attackers try with bookings.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { BOOKING_SPEC } from "../../models/booking.ts";
import { bookingBody, makeBooking } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: BOOKING_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: ["grant"],
  start: startTestSystem,
  body: ({ system }) => bookingBody(system),
  make: ({ system }) => makeBooking(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
