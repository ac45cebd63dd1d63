/**
 * Waits for a promise, but not longer than so many milliseconds; tells whether it settled in time.
 * Of a time that no timer counts, 25 days and more, the end is not waited for.
 */
export async function settledBefore(
  promise: Promise<unknown>,
  ms: number,
): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    if (ms > LONGEST_MS) return;
    timer = setTimeout(() => resolve(false), Math.max(0, ms));
  });
  const settled = promise.then(() => true, () => true);
  const outcome = await Promise.race([settled, late]);
  clearTimeout(timer);
  return outcome;
}

/** A timer that is set to more than this fires at once. */
const LONGEST_MS = 2 ** 31 - 1;
