import type { ChannelOptions, ReceiveOptions } from "./channel.ts";
import { CHANNEL_RULES, type ChannelRule } from "./channel_rules.ts";
import type { ChannelStats } from "./channel_stats.ts";
import { SYSTEM_CLOCK } from "./clock.ts";
import { settledBefore } from "./settled_before.ts";

/** What a channel must have to be checked: the members of `Channel`. */
export interface CheckableChannel<T> extends AsyncIterable<T> {
  /** Most values that may be queued. */
  readonly capacity: number;
  /** Values queued now. */
  readonly size: number;
  /** Whether it takes no more values. */
  readonly closed: boolean;
  /** The receiving side as a Web Stream. */
  readonly readable: ReadableStream<T>;
  /** The sending side as a Web Stream. */
  readonly writable: WritableStream<T>;
  /** Queues a value; resolves when it is accepted. */
  send(value: T): Promise<void>;
  /** Queues a value unless that would mean waiting. */
  trySend(value: T): boolean;
  /** Resolves with the oldest value. */
  receive(options?: ReceiveOptions): Promise<T>;
  /** Returns the oldest value, if there is one. */
  tryReceive(): T | undefined;
  /** Returns what is queued, at most `max` values. */
  drain(max?: number): T[];
  /** Ends it in good order. */
  close(): void;
  /** Fails it for both sides. */
  abort(reason: unknown): void;
  /** Returns the figures of this moment. */
  stats(): ChannelStats;
}

/** Makes a new channel with the capacity and the policy that a rule needs. */
export type MakeChannel = (
  options: Required<Pick<ChannelOptions, "capacity" | "whenFull">>,
) => CheckableChannel<number>;

/** Settings of `checkChannel()`. */
export interface CheckChannelOptions {
  /**
   * How long each rule may take, in milliseconds. A channel that takes longer breaks it.
   * @default {1000}
   */
  readonly ruleTimeoutMs?: number;
}

/**
 * Checks that channels keep the contract of `Channel`: order, capacity, the four policies,
 * close, abort, receives that are given up, loops that are left, genuine streams, a ledger that
 * balances. Every rule is tried on channels of its own. Rejects with an `Error` that names each rule
 * that is broken, with what was found and what was wanted.
 *
 * @example The channel of this package
 * ```ts
 * import { Channel } from "@autocoder/harness";
 * import { checkChannel } from "@autocoder/harness/testing";
 *
 * await checkChannel((options) => new Channel<number>(options));
 * ```
 */
export async function checkChannel(
  makeChannel: MakeChannel,
  options: CheckChannelOptions = {},
): Promise<void> {
  const { ruleTimeoutMs = 1000 } = options;
  const broken: string[] = [];
  for (const rule of CHANNEL_RULES) {
    const fault = await faultOf(rule, makeChannel, ruleTimeoutMs);
    if (fault !== undefined) broken.push(`"${rule.name}": ${fault}`);
  }
  if (broken.length === 0) return;
  throw new Error(
    `Cannot accept the channel: found ${broken.length} of ${CHANNEL_RULES.length} rules broken, ` +
      `wanted none:\n- ${broken.join("\n- ")}`,
  );
}

async function faultOf(
  rule: ChannelRule,
  makeChannel: MakeChannel,
  timeoutMs: number,
): Promise<string | undefined> {
  let fault: string | undefined;
  const checked = rule.check(makeChannel).catch((error) => {
    fault = error instanceof Error ? error.message : String(error);
  });
  const settled = await settledBefore(checked, timeoutMs, SYSTEM_CLOCK);
  return settled
    ? fault
    : `found it still waiting after ${timeoutMs} ms, wanted an end`;
}
