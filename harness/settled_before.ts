/** Waits for a promise, but not longer than so many milliseconds; tells whether it settled in time. */
export async function settledBefore(
  promise: Promise<unknown>,
  ms: number,
): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), Math.max(0, ms));
  });
  const settled = promise.then(() => true, () => true);
  const outcome = await Promise.race([settled, late]);
  clearTimeout(timer);
  return outcome;
}
