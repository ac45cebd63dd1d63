import { Relay } from "./relay.ts";
import type {
  Branch,
  RelayOptions,
  RelaySource,
  RelayTarget,
} from "./relay_options.ts";
import type { RelayReport } from "./relay_report.ts";

/** Settings of a router. */
export interface RouteOptions<T> extends RelayOptions<T> {
  /**
   * Gets every value that no route takes: no predicate holds, or the target has gone or refuses it.
   * Without it such values are counted, as unmatched or undelivered, and `onDiscard` is told.
   */
  readonly otherwise?: RelayTarget<T>;
}

/**
 * Router: gives every value to the first target whose predicate holds. Resolves with the counts
 * when it has ended, and never rejects: {@linkcode RelayOptions} has the rule.
 *
 * @example Orders by size
 * ```ts
 * import { Channel } from "@autocoder/harness";
 * import { route } from "@autocoder/harness/streams";
 *
 * const [orders, large, small] = [1, 2, 3].map(() => new Channel<number>());
 * const done = route(orders!, [{ when: (total) => total >= 1000, to: large! }], {
 *   otherwise: small!,
 * });
 * for (const total of [5, 5000]) await orders!.send(total);
 * orders!.close();
 * await done;
 * if (large!.tryReceive() !== 5000 || small!.tryReceive() !== 5) throw new Error("lost");
 * ```
 */
export function route<T>(
  source: RelaySource<T>,
  routes: readonly Branch<T>[],
  options: RouteOptions<T> = {},
): Promise<RelayReport> {
  const { otherwise } = options;
  const place = (value: T, relay: Relay<T>) => {
    for (let i = 0; i < routes.length; i++) {
      if (routes[i]!.when(value)) return relay.offer(relay.outlets[i]!, value);
    }
  };
  const targets = routes.map(({ to }) => to);
  return new Relay({ sources: [source], targets, otherwise, place }, options)
    .run();
}
