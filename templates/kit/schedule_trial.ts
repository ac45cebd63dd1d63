/**
 * Tries a schedule on a system: what is due is seen to, once, and nothing else.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { EntityReply, EntityRequest } from "./entity_request.ts";
import type { Entity } from "./entity_spec.ts";
import { runSchedule } from "./schedule_run.ts";
import { isDue, type ScheduleSpec } from "./schedule_spec.ts";

/** What a schedule is tried on. */
export interface ScheduleTrial {
  /** Makes one that is due, as soon as enough time has passed. */
  readonly make: () => Promise<Entity>;
  /** Asks its controller. */
  readonly send: (request: EntityRequest) => Promise<EntityReply<unknown>>;
}

/** Runs it when one is due, and before that, when none is. */
export async function trySchedule(
  schedule: ScheduleSpec,
  { make, send }: ScheduleTrial,
): Promise<void> {
  const { id } = await make();
  const read = async () => {
    const found = await send({ operation: "get", id });
    return found.ok ? found.value as Entity : undefined; // what "get" is answered with
  };
  const past = await runSchedule(schedule, { send, now: LONG_AGO });
  const made = await read();
  assert.ok(made, "it was done before its time");
  assert.ok(isDue(schedule, made, LONG_AFTER), "the example is not due");
  const waits = Object.keys(schedule.before ?? {}).length > 0;
  if (waits) assert.deepEqual(past, { acted: 0, refused: 0 });
  const refusals: unknown[] = [];
  const outcome = await runSchedule(schedule, {
    send,
    now: LONG_AFTER,
    log: (entry) => refusals.push(entry.id),
  });
  assert.ok(outcome);
  // A rule of the system may stand against it; then it is as it was.
  const isRefused = refusals.includes(id);
  assert.equal(outcome.refused, refusals.length);
  if (isRefused) assert.deepEqual(await read(), made);
  else if (schedule.act === "delete") assert.equal(await read(), undefined);
  assert.ok(outcome.acted + outcome.refused >= 1);
}

const LONG_AGO = Date.UTC(1975, 0, 1);
const LONG_AFTER = Date.UTC(2900, 0, 1);
