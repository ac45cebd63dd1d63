import { Relay } from "./relay.ts";
import type { Branch, RelayOptions, RelaySource } from "./relay_options.ts";
import type { RelayReport } from "./relay_report.ts";

/**
 * Filter: gives the target every value for which the predicate holds; the others are counted as
 * unmatched. Resolves with the counts when it has ended, and never rejects:
 * {@linkcode RelayOptions} has the rule.
 *
 * @example Even numbers
 * ```ts
 * import { Channel } from "@autocoder/harness";
 * import { filter } from "@autocoder/harness/streams";
 *
 * const [numbers, even] = [new Channel<number>(), new Channel<number>()];
 * const done = filter(numbers, { when: (n) => n % 2 === 0, to: even });
 * for (const n of [1, 2, 3, 4]) await numbers.send(n);
 * numbers.close();
 * const { passed, unmatched } = await done;
 * if (passed !== 2 || unmatched !== 2) throw new Error(`found ${passed}, ${unmatched}`);
 * ```
 */
export function filter<T>(
  source: RelaySource<T>,
  { when, to }: Branch<T>,
  options: RelayOptions<T> = {},
): Promise<RelayReport> {
  const place = (value: T, relay: Relay<T>) => {
    if (when(value)) relay.offer(relay.outlets[0]!, value);
  };
  return new Relay({ sources: [source], targets: [to], place }, options).run();
}
