/**
 * Measures several things in turns, so that what disturbs the machine disturbs all of them.
 *
 * @module
 */
import { median } from "../record.ts";

/** Does something once and returns its figure. */
export type Run = () => Promise<number>;

/** How often each is measured; its first run warms up and does not count. */
export const ROUNDS = 7;

/** Returns the median figure of each run. */
export async function inTurns<Name extends string>(
  runs: Readonly<Record<Name, Run>>,
): Promise<Record<Name, number>> {
  const figures = new Map<string, number[]>();
  const entries = Object.entries<Run>(runs);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, run] of entries) {
      const figure = await run();
      const earlier = figures.get(name) ?? [];
      if (round > 0) figures.set(name, [...earlier, figure]);
    }
  }
  // Every name was measured, so every name is there.
  return Object.fromEntries(
    [...figures].map(([name, values]) => [name, median(values)]),
  ) as Record<Name, number>;
}
