/**
 * Finds under which name a blueprint has what another one has: people and models choose other words for the same thing.
 *
 * @module
 */
import { singular } from "../../generator/planner/inflection.ts";
import { wordsOf } from "../../generator/planner/names.ts";

/** Returns the name of the same words; else the only one that has all of them, or of which they have all. */
export function sameNameAs(
  name: string,
  names: readonly string[],
): string | undefined {
  const wanted = basicWords(name);
  const alike = names.map((one) => ({ one, words: basicWords(one) }));
  const same = alike.find(({ words }) => words.join() === wanted.join());
  if (same) return same.one;
  const near = alike.filter(({ words }) =>
    wanted.every((word) => words.includes(word)) ||
    words.every((word) => wanted.includes(word))
  );
  return near.length === 1 ? near[0]?.one : undefined;
}

function basicWords(name: string): readonly string[] {
  return wordsOf(name).map((word) => singular(word));
}
