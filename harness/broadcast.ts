import { Relay } from "./relay.ts";
import type {
  RelayOptions,
  RelaySource,
  RelayTarget,
} from "./relay_options.ts";
import type { RelayReport } from "./relay_report.ts";

/**
 * Splitter: gives every value to every target. The slowest target that blocks when it is full sets
 * the pace; one that drops or fails when full holds nobody up. Values are not copied. Resolves with
 * the counts when it has ended, and never rejects: {@linkcode RelayOptions} has the rule.
 *
 * @example Two readers of one source
 * ```ts
 * import { Channel } from "@autocoder/harness";
 * import { broadcast } from "@autocoder/harness/streams";
 *
 * const [source, a, b] = [1, 2, 3].map(() => new Channel<number>());
 * const done = broadcast(source!, [a!, b!]);
 * await source!.send(7);
 * source!.close();
 * const { passed } = await done;
 * if (passed !== 1) throw new Error(`found ${passed}`);
 * if (await a!.receive() + await b!.receive() !== 14) throw new Error("lost");
 * ```
 */
export function broadcast<T>(
  source: RelaySource<T>,
  targets: readonly RelayTarget<T>[],
  options: RelayOptions<T> = {},
): Promise<RelayReport> {
  return new Relay({ sources: [source], targets, place: offerToAll }, options)
    .run();
}

function offerToAll<T>(value: T, relay: Relay<T>): void {
  for (const outlet of relay.outlets) relay.offer(outlet, value);
}
