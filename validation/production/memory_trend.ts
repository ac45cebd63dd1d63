/**
 * Tells memory that grows for as long as a program works from memory that goes up and down.
 *
 * @module
 */

/** What the samples of a run say. */
export interface MemoryTrend {
  /** The median of the first and of the last part of what was looked at, in bytes. */
  readonly first: number;
  readonly last: number;
  /** How much it grows from the begin to the end, by the median of all slopes, in bytes. */
  readonly growth: number;
  /** How steadily: 1 where every later sample is larger, 0 where there is no order, -1 where every one is smaller. */
  readonly steadiness: number;
  /** Whether it grows without bound, as far as can be told. */
  readonly grows: boolean;
}

/**
 * Looks at samples taken at even times; the first third, in which a program warms up, does not count.
 *
 * The slope is the median of those of all pairs (Theil and Sen), the steadiness is Kendall's tau: neither minds a few
 * samples that are far off. It grows when both are high: by more than {@link MOST_GROWTH} of what was there, by more than {@link LEAST_BYTES}, and
 * steadily.
 *
 * @param base what there was before any growth, in bytes. @default the first part of the samples
 */
export function memoryTrend(
  samples: readonly number[],
  base?: number,
): MemoryTrend {
  const warm = samples.slice(Math.floor(samples.length / 3));
  const slopes: number[] = [];
  let order = 0;
  for (const [i, early] of warm.entries()) {
    for (let j = i + 1; j < warm.length; j++) {
      const difference = (warm[j] ?? 0) - early;
      slopes.push(difference / (j - i));
      order += Math.sign(difference);
    }
  }
  const growth = median(slopes) * Math.max(0, warm.length - 1);
  const steadiness = slopes.length === 0 ? 0 : order / slopes.length;
  const part = Math.ceil(warm.length / 4);
  const first = median(warm.slice(0, part));
  const last = median(warm.slice(-part));
  const grows = growth > Math.max(MOST_GROWTH * (base ?? first), LEAST_BYTES) &&
    steadiness > STEADY;
  return { first, last, growth, steadiness, grows };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Parts of what was there after warming up. */
export const MOST_GROWTH = 0.25;
/** What a heap may gain until it has been collected once or twice. */
export const LEAST_BYTES: number = 32 * 1024 * 1024;
const STEADY = 0.6;
