import { Relay } from "./relay.ts";
import type {
  RelayOptions,
  RelaySource,
  RelayTarget,
} from "./relay_options.ts";
import type { RelayReport } from "./relay_report.ts";

/** Settings of a merger. */
export interface MergeOptions<T> extends RelayOptions<T> {
  /**
   * What the failure of one source does: fail the target and the other sources at once, or nothing
   * until all sources have ended. Then the target is closed, or aborted when every source failed.
   * @default {"fail"}
   */
  readonly sourceFailure?: "fail" | "goOn";
}

/**
 * Merger: gives the target every value of every source. Fair: sources that have values take turns,
 * one value each, and those that have none cost nothing. The values of one source stay in order.
 * The target is closed when all sources are. Resolves with the counts when it has ended, and never
 * rejects: {@linkcode RelayOptions} has the rule.
 *
 * @example Two sources, in turn
 * ```ts
 * import { Channel } from "@autocoder/harness";
 * import { merge } from "@autocoder/harness/streams";
 *
 * const [a, b, both] = [1, 2, 3].map(() => new Channel<string>());
 * for (const n of [1, 2]) await Promise.all([a!.send(`a${n}`), b!.send(`b${n}`)]);
 * a!.close();
 * b!.close();
 * await merge([a!, b!], both!);
 * const order = both!.drain().join();
 * if (order !== "a1,b1,a2,b2") throw new Error(`found ${order}`);
 * ```
 */
export function merge<T>(
  sources: readonly RelaySource<T>[],
  target: RelayTarget<T>,
  options: MergeOptions<T> = {},
): Promise<RelayReport> {
  const { sourceFailure } = options;
  const place = (value: T, relay: Relay<T>) =>
    relay.offer(relay.outlets[0]!, value);
  return new Relay(
    { sources, targets: [target], place, sourceFailure },
    options,
  )
    .run();
}
