import type { Clock } from "./clock.ts";

/** Waits so many milliseconds; false as soon as the signal is aborted. */
export function sleepUnless(
  signal: AbortSignal,
  milliseconds: number,
  clock: Clock,
): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const onAbort = () => {
      callOff();
      resolve(false);
    };
    const callOff = clock.after(milliseconds, () => {
      signal.removeEventListener("abort", onAbort);
      resolve(true);
    });
    signal.addEventListener("abort", onAbort, { once: true });
  });
}
