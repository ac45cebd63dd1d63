import { Relay } from "./relay.ts";
import type {
  RelayOptions,
  RelaySource,
  RelayTarget,
} from "./relay_options.ts";
import type { RelayReport } from "./relay_report.ts";

/** Settings of a distribution in turn. */
export interface RoundRobinOptions<T> extends RelayOptions<T> {
  /**
   * Whether a full target is waited for when its turn comes. Otherwise the turn goes to the next one
   * that has room, and a slow target gets fewer values.
   * @default {false}
   */
  readonly strict?: boolean;
}

/**
 * Splitter by turns: gives every value to one target, each in turn. While all are full, the first to
 * have room gets the value. A target that closed or failed is passed over. Resolves with the counts
 * when it has ended, and never rejects: {@linkcode RelayOptions} has the rule.
 *
 * @example Work for two
 * ```ts
 * import { Channel } from "@autocoder/harness";
 * import { roundRobin } from "@autocoder/harness/streams";
 *
 * const [work, a, b] = [1, 2, 3].map(() => new Channel<number>());
 * const done = roundRobin(work!, [a!, b!]);
 * for (const n of [1, 2, 3, 4]) await work!.send(n);
 * work!.close();
 * await done;
 * const got = [a!.drain().join(), b!.drain().join()].join(" ");
 * if (got !== "1,3 2,4") throw new Error(`found ${got}`);
 * ```
 */
export function roundRobin<T>(
  source: RelaySource<T>,
  targets: readonly RelayTarget<T>[],
  options: RoundRobinOptions<T> = {},
): Promise<RelayReport> {
  const { strict = false } = options;
  let next = 0;
  const place = (value: T, relay: Relay<T>) => {
    const { outlets } = relay;
    for (let tries = outlets.length; tries > 0; tries--) {
      const outlet = outlets[next]!;
      next = next + 1 === outlets.length ? 0 : next + 1;
      const fits = strict ? outlet.core.state === "open" : outlet.hasRoom;
      if (fits) return relay.offer(outlet, value);
    }
    relay.offerFirst(outlets, value);
  };
  return new Relay({ sources: [source], targets, place }, options).run();
}
