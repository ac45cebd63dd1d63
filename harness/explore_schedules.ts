import { SeededScheduler } from "./seeded_scheduler.ts";

/** Settings of an exploration. */
export interface ExploreSchedulesOptions {
  /**
   * How many seeds are tried, from 0 on.
   * @default {100}
   */
  readonly seeds?: number;
  /**
   * The one seed to try, to replay what another run found.
   * @default all
   */
  readonly seed?: number;
}

/** What an exploration has seen. */
export interface ExploredSchedules {
  /** How many seeds were tried. */
  readonly seeds: number;
  /** How many of them gave an order of turns that no other gave. */
  readonly schedules: number;
}

/**
 * Tries a property under one seed after the other, each time with a scheduler and a clock of its own,
 * until it fails. The property is run by the scheduler: it builds what it needs, waits for it and
 * checks it. Rejects with an `Error` that names the seed, the last turns and, as `cause`, what went
 * wrong; `{ seed }` replays exactly that.
 *
 * @example A counter that loses no update, whoever comes first
 * ```ts
 * import { exploreSchedules } from "@autocoder/harness/testing";
 *
 * const { schedules } = await exploreSchedules(async (scheduler) => {
 *   let total = 0;
 *   const add = async (name: string) => {
 *     await scheduler.yield(name);
 *     total++;
 *   };
 *   await Promise.all([add("a"), add("b"), add("c")]);
 *   if (total !== 3) throw new Error(`found ${total}, wanted 3`);
 * });
 * if (schedules !== 6) throw new Error(`found ${schedules} orders of three, wanted all 6`);
 * ```
 */
export async function exploreSchedules(
  property: (scheduler: SeededScheduler) => void | Promise<void>,
  options: ExploreSchedulesOptions = {},
): Promise<ExploredSchedules> {
  const { seeds: count = 100, seed: only } = options;
  if (!(Number.isSafeInteger(count) && count >= 1)) {
    throw new RangeError(
      `Cannot explore schedules: found ${count} seeds, wanted at least 1`,
    );
  }
  const seeds = only === undefined ? Array(count).keys() : [only];
  const traces = new Set<string>();
  let tried = 0;
  for (const seed of seeds) {
    using scheduler = new SeededScheduler({ seed });
    tried++;
    try {
      await scheduler.run(() => property(scheduler));
    } catch (error) {
      throw failure(error, scheduler, tried);
    }
    traces.add(JSON.stringify(scheduler.trace));
  }
  return { seeds: tried, schedules: traces.size };
}

function failure(
  cause: unknown,
  { seed, trace }: SeededScheduler,
  tried: number,
): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const last = trace.slice(-SHOWN).map((label) => `"${label}"`).join(", ");
  const skipped = trace.length > SHOWN ? "… " : "";
  return new Error(
    `Cannot confirm the property: found it broken under seed ${seed}, the ${tried}. tried, wanted it ` +
      `to hold: ${reason}\nReplay it with { seed: ${seed} }. The ${trace.length} turns: ` +
      `${skipped}${last || "none"}`,
    { cause },
  );
}

const SHOWN = 20;
