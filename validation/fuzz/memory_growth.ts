/**
 * Tells whether memory grows with the number of requests, from what it was at some of them.
 *
 * A process that warms up grows too, and the size of a heap goes up and down with its collections. So only the second
 * half counts, by the median of the slopes between all pairs of samples (Theil and Sen), which neither a collection nor
 * a step moves much; and what looks like growth is looked at again over as many more requests, because a heap that has
 * found its size stays there and a leak does not. Only growth that goes on through every look is one.
 *
 * @module
 */

/** How much memory there was after how many requests. */
export interface MemorySample {
  readonly requests: number;
  readonly bytes: number;
}

/** What samples say. */
export interface MemoryGrowth {
  /** Bytes for each request, over the second half. */
  readonly slope: number;
  /** Bytes over the second half, by that slope. */
  readonly growth: number;
  /** Whether that is more than a heap moves by itself. */
  readonly isSuspicious: boolean;
}

/** Looks at samples. */
export function memoryGrowth(samples: readonly MemorySample[]): MemoryGrowth {
  const half = samples.slice(Math.floor(samples.length / 2));
  const slopes = half.flatMap((one, at) =>
    half.slice(at + 1).map((other) =>
      (other.bytes - one.bytes) / Math.max(1, other.requests - one.requests)
    )
  ).toSorted((a, b) => a - b);
  const slope = slopes[Math.floor(slopes.length / 2)] ?? 0;
  const span = (half.at(-1)?.requests ?? 0) - (half[0]?.requests ?? 0);
  const growth = slope * span;
  return {
    slope,
    growth,
    isSuspicious: half.length >= MIN_SAMPLES && slope > MOST_SLOPE &&
      growth > MOST_GROWTH,
  };
}

/** Bytes for each request: less than what the smallest leak that matters keeps of one. */
const MOST_SLOPE = 1024;
/** Bytes: more than collections move the size of a heap by. */
const MOST_GROWTH = 24 * 2 ** 20;
/** Fewer say nothing. */
const MIN_SAMPLES = 6;
