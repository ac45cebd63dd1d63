/** Returns milliseconds of the Unix epoch, finer than a millisecond, the same in all processes of a machine. */
export function wallClock(): number {
  return performance.timeOrigin + performance.now();
}
