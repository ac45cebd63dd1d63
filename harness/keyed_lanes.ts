import { LaneScheduler } from "./lane_scheduler.ts";
import type { RelayOptions, RelaySource } from "./relay_options.ts";
import type { RelayReport } from "./relay_report.ts";

/** Settings of keyed lanes. */
export interface KeyedLanesOptions<T, K> extends
  Pick<
    RelayOptions<T>,
    "signal" | "preventCancel" | "onError" | "onDiscard"
  > {
  /** Says which lane a value belongs to. Keys are compared as in a `Map`. */
  readonly key: (value: T) => K;
  /** Handles a value; the lane goes on when the promise that it returns is settled. */
  readonly handle: (value: T, key: K) => unknown;
  /**
   * Most handlers that run at once.
   * @default {16}
   */
  readonly concurrency?: number;
  /**
   * Most values that wait for their lane. When so many do, no more are taken from the source, also
   * not for other keys: it is what bounds the memory, and how far a busy key can be overtaken.
   * @default {100}
   */
  readonly capacity?: number;
}

/**
 * Handles values in parallel, and those with the same key strictly one after the other, in order.
 * A lane exists only while its key has a value in hand, so there may be any number of keys.
 *
 * A handler that throws ends everything, or with `onError: "discard"` costs only its value: it is
 * counted, `onDiscard` is told, and its lane goes on with the next. Resolves with the counts when
 * every handler has ended, also after an abort: give handlers the same signal. Never rejects.
 *
 * @example Accounts in parallel, each in order
 * ```ts
 * import { Channel } from "@autocoder/harness";
 * import { keyedLanes } from "@autocoder/harness/streams";
 *
 * const bookings = new Channel<{ account: string; amount: number }>();
 * const balances = new Map<string, number>();
 * const done = keyedLanes(bookings, {
 *   key: ({ account }) => account,
 *   handle: async ({ amount }, account) => {
 *     const before = balances.get(account) ?? 0;
 *     await Promise.resolve(); // no other booking of this account comes between
 *     balances.set(account, before + amount);
 *   },
 * });
 * for (const account of ["ada", "bob", "ada"]) await bookings.send({ account, amount: 5 });
 * bookings.close();
 * const { passed } = await done;
 * if (passed !== 3 || balances.get("ada") !== 10) throw new Error("lost");
 * ```
 */
export function keyedLanes<T, K>(
  source: RelaySource<T>,
  options: KeyedLanesOptions<T, K>,
): Promise<RelayReport> {
  return new LaneScheduler(source, options).run();
}
