/**
 * Waits until something holds, looking again and again: nothing reports that a system has come to rest.
 * Throws when it still does not hold after ten seconds, so that an example cannot hang.
 */
export async function until(
  what: string,
  condition: () => boolean,
): Promise<void> {
  const end = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
