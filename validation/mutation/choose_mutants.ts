/**
 * Chooses mutants: by a seed, evenly over files and operators.
 *
 * @module
 */
import { seededRandom } from "@autocoder/harness/testing";
import type { Mutant } from "./mutant.ts";

/** Chooses some of the mutants to be tried: gives those, and the rest. */
export function chooseMutants(
  mutants: readonly Mutant[],
  options: { readonly seed: number; readonly limit: number },
): [chosen: Mutant[], rest: Mutant[]] {
  const all = inChosenOrder(mutants, options.seed);
  return [all.slice(0, options.limit), all.slice(options.limit)];
}

/** Orders mutants so that the first of them, however many, are spread over files and operators. */
function inChosenOrder(mutants: readonly Mutant[], seed: number): Mutant[] {
  const random = seededRandom(seed);
  const groups = Map.groupBy(
    mutants,
    ({ file, operator }) => `${file}\n${operator}`,
  );
  const shuffled = shuffle([...groups.values()], random)
    .map((group) => shuffle(group, random));
  const rounds = Math.max(0, ...shuffled.map((group) => group.length));
  return Array.from({ length: rounds }, (_, round) => round)
    .flatMap((round) => shuffled.flatMap((group) => group[round] ?? []));
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
