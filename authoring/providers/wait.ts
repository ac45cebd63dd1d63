/**
 * Waits, unless a signal says otherwise.
 *
 * @module
 */

/** Waits for some milliseconds; rejects with the signal's reason as soon as it is aborted. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  if (signal.aborted) {
    reject(signal.reason);
    return promise;
  }
  const leave = () => {
    clearTimeout(timer);
    reject(signal.reason);
  };
  const timer = setTimeout(() => {
    signal.removeEventListener("abort", leave);
    resolve();
  }, ms);
  signal.addEventListener("abort", leave, { once: true });
  return promise;
}
