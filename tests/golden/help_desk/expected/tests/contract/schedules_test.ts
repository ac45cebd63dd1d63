/**
 * What is done by itself: to what is due, and to nothing else.
 *
 * @module
 */
import assert from "node:assert/strict";
import { trySchedule } from "../../kit/schedule_trial.ts";
import { SCHEDULES } from "../../schedule/schedules.ts";
import { makeNotice, makeTicket } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("close_quiet sees to what is due, and to nothing else", async () => {
  await using test = await startTestSystem();
  const schedule = SCHEDULES.find(({ name }) => name === "close_quiet");
  assert.ok(schedule);
  await trySchedule(schedule, {
    make: () => makeTicket(test.system, { status: "open" }),
    send: (request) =>
      test.system.ticketController.handleProcessRequest(request),
  });
});

Deno.test("drop_drafts sees to what is due, and to nothing else", async () => {
  await using test = await startTestSystem();
  const schedule = SCHEDULES.find(({ name }) => name === "drop_drafts");
  assert.ok(schedule);
  await trySchedule(schedule, {
    make: () => makeNotice(test.system, { draft: true }),
    send: (request) =>
      test.system.noticeController.handleProcessRequest(request),
  });
});
