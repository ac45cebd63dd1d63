import type { Channel } from "./channel.ts";

/** Where a relay takes values from: a channel, or any `ReadableStream`, which costs a few promises a value. */
export type RelaySource<T> = Channel<T> | ReadableStream<T>;

/** Where a relay puts values: a channel, or any `WritableStream`, which costs a few promises a value. */
export type RelayTarget<T> = Channel<T> | WritableStream<T>;

/** A target, and which values it is for. */
export interface Branch<T> {
  /** Tells whether the target is to have the value. */
  readonly when: (value: T) => boolean;
  /** The target. */
  readonly to: RelayTarget<T>;
}

/** A value that a relay took and that no target accepted, and why. */
export interface Discard<T> {
  /** The value. */
  readonly value: T;
  /**
   * `unmatched`: no predicate held. `failed`: a predicate or a handler threw. `undelivered`: every
   * target that was to have it had gone or refused it, or the relay ended first.
   */
  readonly why: "unmatched" | "failed" | "undelivered";
  /** What was thrown, or what kept it from being delivered. */
  readonly error: unknown;
}

/**
 * Settings of everything that moves values from sources to targets: `broadcast`, `multicast`,
 * `route`, `filter`, `merge`, `roundRobin`, `keyedLanes`. They have one rule for how things end:
 *
 * - Every source closed: when everything is delivered, the targets are closed.
 * - A source failed: the targets are aborted with its reason, at once.
 * - A target closed or failed: the others go on. None left: the sources are aborted.
 * - The signal is aborted, or something throws: the sources and the targets are aborted.
 */
export interface RelayOptions<T> {
  /** Ends the relay at once. */
  readonly signal?: AbortSignal;
  /**
   * Whether the targets stay open when the sources have closed.
   * @default {false}
   */
  readonly preventClose?: boolean;
  /**
   * Whether the targets stay open when the relay ends early.
   * @default {false}
   */
  readonly preventAbort?: boolean;
  /**
   * Whether the sources stay open when the relay ends early.
   * @default {false}
   */
  readonly preventCancel?: boolean;
  /**
   * What a throw of a predicate or a handler does: end the relay, or cost only the value.
   * @default {"fail"}
   */
  readonly onError?: "fail" | "discard";
  /** Told of every value that no target accepted. If it throws, the relay fails. */
  readonly onDiscard?: (discard: Discard<T>) => void;
}
