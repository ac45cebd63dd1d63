/**
 * Shares a whole number out, without a rest.
 *
 * @module
 */

/**
 * Gives each part its share of a whole number by its weight, as whole numbers that add up to it: those whose share was cut
 * most get one more. Parts without any weight share alike.
 */
export function sharedOut(
  whole: number,
  weights: readonly number[],
): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) =>
    whole * (all === 0 ? 1 / weights.length : weight / all)
  );
  const shares = exact.map(Math.floor);
  const rest = whole - shares.reduce((sum, share) => sum + share, 0);
  const most = exact.map((share, at) => ({ at, cut: share % 1 }))
    .toSorted((a, b) => b.cut - a.cut || a.at - b.at).slice(0, rest);
  for (const { at } of most) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}
