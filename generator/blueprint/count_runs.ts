/**
 * How many ways an engine may have to go back: the runs of an automaton over one text.
 *
 * @module
 */
import type { PatternAutomaton } from "./pattern_automaton.ts";

/**
 * Tells whether some text of at most `maxLength` characters has more than a million runs, as `a?a?…aa…` has with
 * enough parts. The text is made greedily, always going on with the character that has the most runs.
 */
export function hasManyRuns(
  automaton: PatternAutomaton,
  maxLength: number,
): boolean {
  const kinds = kindsOf(automaton);
  let entering: ReadonlyMap<number, number> = new Map(
    automaton.first.map((position) => [position, 1]),
  );
  for (let length = 0; length < Math.min(maxLength, MAX_LENGTH); length++) {
    const best = bestStep(entering, kinds, automaton);
    if (best.total > MAX_RUNS) return true;
    if (best.total === 0) return false;
    const following = new Map<number, number>();
    for (const [position, count] of best.runs) {
      for (const next of automaton.next[position] ?? []) {
        following.set(next, (following.get(next) ?? 0) + count);
      }
    }
    entering = following;
  }
  return false;
}

function kindsOf(automaton: PatternAutomaton): readonly bigint[] {
  const all = automaton.takes.reduce((mask, takes) => mask | takes, 0n);
  const kinds: bigint[] = [];
  for (let kind = 1n; kind <= all; kind <<= 1n) {
    if (all & kind) kinds.push(kind);
  }
  return kinds;
}

function bestStep(
  entering: ReadonlyMap<number, number>,
  kinds: readonly bigint[],
  automaton: PatternAutomaton,
): { readonly runs: Map<number, number>; readonly total: number } {
  let best = { runs: new Map<number, number>(), total: 0 };
  for (const kind of kinds) {
    const runs = new Map<number, number>();
    let total = 0;
    for (const [position, count] of entering) {
      if (!((automaton.takes[position] ?? 0n) & kind)) continue;
      runs.set(position, count);
      total += count;
    }
    if (total > best.total) best = { runs, total };
  }
  return best;
}

const MAX_LENGTH = 256;
const MAX_RUNS = 1_000_000;
