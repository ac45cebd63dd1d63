/**
 * Does work on many items, a few at a time.
 *
 * @module
 */

/**
 * Does the work on every item, with at most `limit` under way; the next one begins as soon as one has ended.
 *
 * @throws what the first work threw, once all that had begun have ended.
 */
export async function inParallel<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      try {
        await work(next);
      } catch (error) {
        queue.length = 0;
        throw error;
      }
    }
  };
  const lanes = Array.from({ length: Math.min(limit, items.length) }, lane);
  const ended = await Promise.allSettled(lanes);
  for (const one of ended) if (one.status === "rejected") throw one.reason;
}
