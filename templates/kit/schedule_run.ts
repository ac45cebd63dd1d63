/**
 * One run of a schedule: what is due is done, one entity after another, by the rules that hold for everybody.
 *
 * @module
 */
import type { Log } from "@autocoder/harness";
import type { EntityReply, EntityRequest, Page } from "./entity_request.ts";
import type { Entity } from "./entity_spec.ts";
import { entityTag } from "./precondition.ts";
import { dueFilters, isDue, type ScheduleSpec } from "./schedule_spec.ts";
import type { ScheduleOutcome } from "./schedule_tally.ts";

/** What a run needs. */
export interface ScheduleRunOptions {
  /** Asks the entity's controller, as from inside the system. */
  readonly send: (request: EntityRequest) => Promise<EntityReply<unknown>>;
  /** The time that "now" means, in milliseconds since 1970. */
  readonly now: number;
  /** Called before each entity; false ends the run. @default it goes on */
  readonly goesOn?: () => boolean | Promise<boolean>;
  /** Hears of refusals. @default nobody */
  readonly log?: Log;
}

/**
 * Pages through what is due, oldest first. A refusal of one, or one that has changed in between, stops no other; what
 * the controller throws ends the run. Undefined when it was ended before all was done.
 */
export async function runSchedule(
  schedule: ScheduleSpec,
  options: ScheduleRunOptions,
): Promise<ScheduleOutcome | undefined> {
  const { send, now, goesOn = () => true } = options;
  const outcome = { acted: 0, refused: 0 };
  let last: string | undefined;
  do {
    const reply = await send({
      operation: "list",
      query: {
        limit: PAGE,
        sort: [],
        filters: dueFilters(schedule, now),
        ...(last === undefined ? {} : { after: { values: [], id: last } }),
      },
    });
    if (!reply.ok) throw unreadable(schedule);
    const { items, nextCursor } = reply.value as Page<Entity>; // what "list" is answered with
    for (const { id } of items) {
      if (!await goesOn()) return undefined;
      await actOn(id, schedule, options, outcome);
    }
    last = nextCursor === null ? undefined : items.at(-1)?.id;
  } while (last !== undefined);
  return outcome;
}

/** It is done only to what is still due, and has not changed since that was seen. */
async function actOn(
  id: string,
  schedule: ScheduleSpec,
  { send, now, log }: ScheduleRunOptions,
  outcome: ScheduleOutcome,
): Promise<void> {
  const found = await send({ operation: "get", id });
  if (!found.ok || found.version === undefined) return;
  const entity = found.value as Entity; // what "get" is answered with
  if (!isDue(schedule, entity, now)) return;
  const precondition = { match: [entityTag(found.version)] };
  const { act } = schedule;
  const reply = await send(
    act === "delete"
      ? { operation: "delete", id, precondition }
      : { operation: "action", id, precondition, ...act },
  );
  if (reply.ok) {
    outcome.acted++;
  } else if (![404, 412].includes(reply.problem.status)) {
    outcome.refused++;
    log?.({
      level: "warn",
      event: "schedule_refused",
      schedule: schedule.name,
      id,
      reason: reply.problem.detail ?? reply.problem.title,
    });
  }
}

function unreadable({ name }: ScheduleSpec): Error {
  return new Error(`Cannot run "${name}": what is due cannot be listed`);
}

const PAGE = 100;
