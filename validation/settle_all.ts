/**
 * Waits for work that goes on side by side.
 *
 * @module
 */

/**
 * Gives what each has become, in their order; unlike `Promise.all` it waits for all of them before it throws what the first of
 * them failed with. Whoever disposes of their folder afterwards removes it from under nobody.
 */
export async function settleAll<T>(
  work: Iterable<Promise<T>>,
): Promise<T[]> {
  const all = [...work];
  // What the first failed with comes by itself: it is not always the first in the list.
  const first = Promise.all(all);
  first.catch(() => {}); // it is thrown below
  await Promise.allSettled(all);
  return await first;
}
