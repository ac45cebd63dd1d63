import type { ChannelStats } from "./channel_stats.ts";

/** How a stream is doing. */
export interface StreamHealth {
  /**
   * `ok`: values pass, or none are there. `full`: senders meet a full queue. `stalled`: values are
   * queued and none was received for a while. `closed`: takes no more, what is queued is still to be
   * received. `broken`: failed.
   */
  readonly state: "ok" | "full" | "stalled" | "closed" | "broken";
  /** Why, in words; empty when `ok`. */
  readonly reason: string;
}

/** Tells how a stream is doing from its figures, and since when it has held values that nobody took. */
export function streamHealth(
  stats: ChannelStats,
  failure: unknown,
  idleMs: number,
  stalledAfterMs: number,
): StreamHealth {
  const { state, depth, capacity, waitingSenders } = stats;
  if (state === "broken") {
    return { state, reason: `failed: ${describe(failure)}` };
  }
  if (depth > 0 && idleMs >= stalledAfterMs) {
    const reason = `${depth} queued, none received for ${
      Math.floor(idleMs)
    } ms`;
    return { state: "stalled", reason };
  }
  if (state === "closed") {
    return { state, reason: depth === 0 ? "drained" : `${depth} still queued` };
  }
  if (depth < capacity) return { state: "ok", reason: "" };
  const reason = `${depth} of ${capacity} queued, ${waitingSenders} waiting`;
  return { state: "full", reason };
}

function describe(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
