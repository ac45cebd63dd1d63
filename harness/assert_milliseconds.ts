/** Throws `RangeError` unless a time is 0 or more; `Infinity` is one without an end. `action` begins the message. */
export function assertMilliseconds(value: number, action: string): void {
  if (value >= 0) return;
  throw new RangeError(
    `${action}: found ${value}, wanted milliseconds from 0, or Infinity`,
  );
}
