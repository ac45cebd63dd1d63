/** What became of one target. */
export interface TargetReport {
  /** Name of the channel; `stream` for a stream. */
  readonly name: string;
  /** Values that it accepted, including those that its policy dropped later. */
  readonly accepted: number;
  /** Values that it refused, because it was full under the policy `fail` or went away. */
  readonly refused: number;
  /** Whether it closed or failed before the relay ended. */
  readonly gone: boolean;
  /** Why it is gone: the reason of its failure, or a `ChannelClosed`. */
  readonly reason: unknown;
}

/** How a relay ended. At that time `received = passed + unmatched + failed + undelivered`. */
export interface RelayReport {
  /**
   * `closed`: every source closed and everything is delivered. `failed`: a source failed, or
   * something threw. `cancelled`: no target was left. `aborted`: the signal was aborted.
   */
  readonly end: "closed" | "failed" | "cancelled" | "aborted";
  /** Why it ended; undefined when `closed`. */
  readonly reason: unknown;
  /** Values taken from the sources. */
  readonly received: number;
  /** Values that at least one target accepted, or that were handled. */
  readonly passed: number;
  /** Values for which no predicate held. */
  readonly unmatched: number;
  /** Values for which a predicate or the handler threw. */
  readonly failed: number;
  /** Values whose targets had gone or refused, and those in hand when the relay ended early. */
  readonly undelivered: number;
  /** Targets, in the order given; `otherwise` comes last. */
  readonly targets: readonly TargetReport[];
}
