/**
 * Keeps one schedule: waits for its times, and runs it where no other process does.
 *
 * @module
 */
import type { Log } from "@autocoder/harness";
import type { ScheduleLedger } from "./schedule_ledger.ts";
import { runSchedule, type ScheduleRunOptions } from "./schedule_run.ts";
import { type ScheduleSpec, slotAt } from "./schedule_spec.ts";
import type { ScheduleTally } from "./schedule_tally.ts";

/** What keeping a schedule needs. */
export interface ScheduleKeeperOptions {
  /** Asks the entity's controller. */
  readonly send: ScheduleRunOptions["send"];
  /** Which runs were done. */
  readonly ledger: ScheduleLedger;
  /** Counts what was done. */
  readonly tally: ScheduleTally;
  /** Ends it; a run in hand is left to whoever comes next. */
  readonly signal: AbortSignal;
  /** Waits so many milliseconds, or until the end. */
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** Hears of runs. @default nobody */
  readonly log?: Log;
  /** The time in milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/**
 * Runs a schedule at its times until the signal aborts. A run that was missed, or broke off, is made up for once, as
 * soon as it is seen; the runs of a schedule that is new begin with its next time.
 */
export async function keepSchedule(
  schedule: ScheduleSpec,
  options: ScheduleKeeperOptions,
): Promise<void> {
  const { ledger, signal, sleep, now = Date.now, log, tally } = options;
  const { name } = schedule;
  const holder = crypto.randomUUID();
  let isKnown = false;
  while (!signal.aborted) {
    const slot = slotAt(schedule, now());
    try {
      if (!isKnown) await ledger.begin(name, slot);
      isKnown = true;
      const until = now() + LEASE_MS;
      if (await ledger.claim({ name, slot, holder, now: now(), until })) {
        await runClaimed(schedule, { slot, holder }, options);
      }
    } catch (error) {
      tally.failed(name);
      log?.({
        level: "error",
        event: "schedule_failed",
        schedule: name,
        error,
      });
    }
    const wait = slot + schedule.period - now();
    await sleep(Math.max(1, Math.min(wait, LOOK_MS)));
  }
}

async function runClaimed(
  schedule: ScheduleSpec,
  { slot, holder }: { readonly slot: number; readonly holder: string },
  options: ScheduleKeeperOptions,
): Promise<void> {
  const { ledger, signal, send, tally, log, now = Date.now } = options;
  const { name } = schedule;
  const started = now();
  let renewed = started;
  const goesOn = async () => {
    if (signal.aborted) return false;
    if (now() - renewed < LEASE_MS / 4) return true;
    renewed = now();
    return await ledger.renew(name, holder, renewed + LEASE_MS);
  };
  const outcome = await runSchedule(schedule, {
    send,
    now: started,
    goesOn,
    ...(log ? { log } : {}),
  });
  if (outcome === undefined) {
    await ledger.renew(name, holder, 0); // whoever comes next may have it at once
    return;
  }
  await ledger.finish(name, holder, slot);
  const tookMs = now() - started;
  tally.ran(name, outcome, { at: now(), tookMs });
  log?.({
    level: "info",
    event: "schedule_ran",
    schedule: name,
    ...outcome,
    tookMs,
  });
}

/** How long a run stays taken when nothing more is heard of it. */
const LEASE_MS = 60_000;
/** How long it may take until a run that broke off elsewhere is seen. */
const LOOK_MS = 60_000;
