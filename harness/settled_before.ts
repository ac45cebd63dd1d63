import type { Clock } from "./clock.ts";

/** Waits for a promise, but not longer than so many milliseconds; tells whether it settled in time. */
export async function settledBefore(
  promise: Promise<unknown>,
  ms: number,
  clock: Clock,
): Promise<boolean> {
  let callOff = () => {};
  const late = new Promise<boolean>((resolve) => {
    callOff = clock.after(ms, () => resolve(false));
  });
  const settled = promise.then(() => true, () => true);
  const outcome = await Promise.race([settled, late]);
  callOff();
  return outcome;
}
