/**
 * Lists of values in statements.
 *
 * @module
 */

/**
 * Repeats the last value until there are 1, 2, 4, 8 and so on: the values mean the same, and there are few different
 * statements to prepare. No values stay none.
 */
export function paddedValues<T>(values: readonly T[]): T[] {
  const padded = [...values];
  const last = padded.at(-1);
  if (last === undefined) return padded;
  const wanted = 2 ** Math.ceil(Math.log2(padded.length));
  while (padded.length < wanted) padded.push(last);
  return padded;
}
