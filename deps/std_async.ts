/**
 * Stands in for `jsr:@std/async` with the same names and signatures, over timers.
 * Only what this project uses. Replaced by one line in deno.json where JSR can be reached.
 *
 * @module
 */

/** Rejects with a `TimeoutError` when the promise has not settled after `ms` milliseconds. */
export async function deadline<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DOMException("Signal timed out.", "TimeoutError")),
      ms,
    );
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
