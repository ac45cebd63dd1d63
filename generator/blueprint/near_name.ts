/**
 * Finds what a misspelt name was probably meant to be.
 *
 * @module
 */

/**
 * Finds the candidate nearest to a name: equal but for case and separators, else within an edit distance of a
 * third of its length. Undefined when none is near enough.
 */
export function nearName(
  name: string,
  candidates: Iterable<string>,
): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  const wanted = squash(name);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, squash(candidate), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Finds the value that a word stands for, by its synonyms, else by nearness to a value or a synonym. */
export function nearWord(
  word: string,
  values: readonly string[],
  synonyms: Readonly<Record<string, string>> = {},
): string | undefined {
  const near = nearName(word, [...values, ...Object.keys(synonyms)]);
  return near !== undefined && Object.hasOwn(synonyms, near)
    ? synonyms[near]
    : near;
}

/**
 * Counts the insertions, deletions, replacements and swaps of neighbours between two texts (optimal string
 * alignment); gives `limit` when there are at least that many.
 */
export function editDistance(
  a: string,
  b: string,
  limit: number = Infinity,
): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (
        row > 1 && column > 1 && a[row - 1] === b[column - 2] &&
        a[row - 2] === b[column - 1]
      ) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return Math.min(limit, last[b.length] ?? limit);
}

function squash(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

const MAX_LENGTH = 64;
