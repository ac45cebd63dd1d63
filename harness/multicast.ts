import { Relay } from "./relay.ts";
import type { Branch, RelayOptions, RelaySource } from "./relay_options.ts";
import type { RelayReport } from "./relay_report.ts";

/**
 * Splitter by content: gives every value to each target whose predicate holds. All predicates are
 * asked before any target gets the value; when one throws, none gets it. A value for which none
 * holds is counted as unmatched. Resolves with the counts when it has ended, and never rejects:
 * {@linkcode RelayOptions} has the rule.
 *
 * @example Everything to the archive, alarms to the pager too
 * ```ts
 * import { Channel } from "@autocoder/harness";
 * import { multicast } from "@autocoder/harness/streams";
 *
 * const [readings, archive, pager] = [1, 2, 3].map(() => new Channel<number>());
 * const done = multicast(readings!, [
 *   { when: () => true, to: archive! },
 *   { when: (degrees) => degrees > 90, to: pager! },
 * ]);
 * for (const degrees of [20, 95]) await readings!.send(degrees);
 * readings!.close();
 * await done;
 * if (archive!.size !== 2 || pager!.size !== 1) throw new Error("found another number");
 * ```
 */
export function multicast<T>(
  source: RelaySource<T>,
  branches: readonly Branch<T>[],
  options: RelayOptions<T> = {},
): Promise<RelayReport> {
  const holds: boolean[] = branches.map(() => false);
  const place = (value: T, relay: Relay<T>) => {
    for (let i = 0; i < branches.length; i++) {
      holds[i] = branches[i]!.when(value);
    }
    for (let i = 0; i < branches.length; i++) {
      if (holds[i]) relay.offer(relay.outlets[i]!, value);
    }
  };
  const targets = branches.map(({ to }) => to);
  return new Relay({ sources: [source], targets, place }, options).run();
}
