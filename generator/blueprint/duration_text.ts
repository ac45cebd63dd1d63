/**
 * Times as blueprints write them: a number and its unit.
 *
 * @module
 */

/** `15m` → 900; the language allows nothing else. */
export function secondsOf(text: string): number {
  return Number(text.slice(0, -1)) * (SECONDS[text.slice(-1)] ?? 1);
}

/** 900 → `15m`: a number of at most five digits with the largest unit that divides it. */
export function durationText(seconds: number): string {
  const [unit = "s", size = 1] =
    UNITS.find(([, size]) =>
      seconds % size === 0 && seconds / size < 100_000
    ) ?? [];
  return `${seconds / size}${unit}`;
}

const UNITS: readonly (readonly [string, number])[] = [
  ["d", 24 * 60 * 60],
  ["h", 60 * 60],
  ["m", 60],
  ["s", 1],
];
const SECONDS: Readonly<Record<string, number>> = Object.fromEntries(UNITS);
