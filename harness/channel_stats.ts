/** What a channel does with a value for which it has no room. */
export type FullPolicy = "block" | "drop-oldest" | "drop-newest" | "fail";

/**
 * Figures of one channel since it was made. The ledger holds at every moment:
 * `sent = acknowledged + dead + dropped + depth + inHand`.
 */
export interface ChannelStats {
  /** Name of the channel. */
  readonly name: string;
  /** Most values that may be queued. */
  readonly capacity: number;
  /** What happens to a value for which there is no room. */
  readonly whenFull: FullPolicy;
  /** Whether the channel takes values, ended in good order, or failed. */
  readonly state: "open" | "closed" | "broken";
  /** Values queued now. */
  readonly depth: number;
  /** Most values ever queued at once. */
  readonly highWater: number;
  /** Values accepted, including those dropped later. A waiting sender's value is not accepted yet. */
  readonly sent: number;
  /** Values handed to a receiver. */
  readonly received: number;
  /** Values whose receiver is done with them. A plain `receive()` acknowledges at once. */
  readonly acknowledged: number;
  /** Values that ended as dead letters. */
  readonly dead: number;
  /** Values discarded by the policy, or queued when the channel was aborted. */
  readonly dropped: number;
  /** Values handed to a receiver that is not done with them. */
  readonly inHand: number;
  /** Senders that wait for room now. */
  readonly waitingSenders: number;
  /** Receivers that wait for a value now. */
  readonly waitingReceivers: number;
  /** How often a sender had to wait. */
  readonly sendWaits: number;
  /** Milliseconds that senders waited in all, estimated from every sixteenth wait. */
  readonly sendWaitMs: number;
}

/** Tells whether every accepted value is accounted for. */
export function ledgerBalances(stats: ChannelStats): boolean {
  const { acknowledged, dead, dropped, depth, inHand } = stats;
  return stats.sent === acknowledged + dead + dropped + depth + inHand;
}
