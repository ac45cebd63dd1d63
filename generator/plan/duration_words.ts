/**
 * How long something takes or holds, in words.
 *
 * @module
 */

/** Says how long in the largest unit that leaves nothing over, such as `15 minutes`. */
export function durationWords(seconds: number): string {
  const [unit, size] = UNITS.find(([, size]) => seconds % size === 0) ??
    ["second", 1];
  const count = seconds / size;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

const UNITS: readonly (readonly [string, number])[] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];
