/**
 * Patterns: what a regular expression of the blueprint means, and whether it may take very long.
 *
 * A backtracking engine takes exponential time when a loop can match the same text in two ways, and polynomial time
 * when two loops, one after the other, can share a text in many ways. Both show in the expression's automaton
 * (Weideman et al., "Analyzing Matching Time Behavior of Backtracking Regular Expression Matchers", 2016).
 *
 * @module
 */
import { hasManyRuns } from "./count_runs.ts";
import {
  type BoundedRepeats,
  buildAutomaton,
  type PatternAutomaton,
} from "./pattern_automaton.ts";
import { type PatternNode, readPattern } from "./pattern_syntax.ts";

/** Longest value for which a pattern may take more than linear time. */
export const MAX_LENGTH_OF_SHARING_LOOPS = 256;

/** Compiles a pattern so that it must match the whole value; undefined when it is no regular expression. */
export function compilePattern(pattern: string): RegExp | undefined {
  try {
    new RegExp(pattern, "u"); // by itself, so that it cannot close the group below
    return new RegExp(`^(?:${pattern})$`, "u");
  } catch {
    return undefined;
  }
}

/** Says why a pattern may take very long on a value of `maxLength` characters; undefined when it cannot. */
export function slowPattern(
  pattern: string,
  maxLength: number,
): string | undefined {
  const tree = readPattern(pattern);
  if (typeof tree === "string") {
    return `found ${tree}, which may take very long`;
  }
  const loops = automatonOf(tree, "loop");
  if (!loops) return TOO_LARGE;
  const repeated = repeatsInTwoWays(loops);
  if (repeated === undefined) return TOO_LARGE;
  if (repeated) {
    return "found a repetition that can match the same text in several ways, which may take very long";
  }
  if (hasManyRuns(buildAutomaton(tree, "exact") ?? loops, maxLength)) {
    return "found parts that can share the same text in very many ways, which may take very long";
  }
  if (maxLength <= MAX_LENGTH_OF_SHARING_LOOPS) return undefined;
  const rounds = automatonOf(tree, "once");
  const shared = rounds && sharesText(rounds);
  if (shared === undefined) return TOO_LARGE;
  return shared
    ? `found repetitions that can share the same text, which may take very long beyond a maxLength of ${MAX_LENGTH_OF_SHARING_LOOPS}`
    : undefined;
}

interface LoopedAutomaton extends PatternAutomaton {
  /** For each position the loop it lies in, -1 for none. */
  readonly loop: readonly number[];
}

function automatonOf(
  tree: PatternNode,
  bounded: BoundedRepeats,
): LoopedAutomaton | undefined {
  const automaton = buildAutomaton(tree, bounded);
  return automaton && { ...automaton, loop: loopsOf(automaton.next) };
}

/** Tells whether a loop leads from a position back to it on one text in two ways; undefined when it takes too long to tell. */
function repeatsInTwoWays(automaton: LoopedAutomaton): boolean | undefined {
  const { takes, next, doubled, loop } = automaton;
  const inLoop = (a: number, b: number) =>
    loop[a] !== -1 && loop[a] === loop[b];
  if (doubled.some(([a, b]) => inLoop(a, b))) return true;
  const budget = { steps: MAX_STEPS };
  for (let start = 0; start < next.length; start++) {
    if (loop[start] === -1) continue;
    // Two runs from one position, side by side, over the same text: they part, and meet at the start again.
    const found = search([start, start, 0], budget, ([a, b, parted], visit) => {
      for (const x of next[a] ?? []) {
        if (!inLoop(start, x)) continue;
        for (const y of next[b] ?? []) {
          if (!inLoop(start, y) || !((takes[x] ?? 0n) & (takes[y] ?? 0n))) {
            continue;
          }
          const apart = parted || x !== y ? 1 : 0;
          if (apart && x === start && y === start) return true;
          visit([x, y, apart]);
        }
      }
      return false;
    });
    if (found !== false) return found;
  }
  return false;
}

/** Tells whether two loops in a row can both run over one text; undefined when it takes too long to tell. */
function sharesText(automaton: LoopedAutomaton): boolean | undefined {
  const { takes, next, loop } = automaton;
  const looped = loop.flatMap((id, position) => id === -1 ? [] : [position]);
  const budget = { steps: MAX_STEPS };
  for (const p of looped) {
    for (const q of looped) {
      if (p === q) continue;
      // Three runs over the same text: p to p, p to q, q to q.
      const found = search([p, p, q], budget, ([a, b, c], visit) => {
        for (const x of next[a] ?? []) {
          if (loop[x] !== loop[p]) continue;
          for (const z of next[c] ?? []) {
            const both = (takes[x] ?? 0n) & (takes[z] ?? 0n);
            if (loop[z] !== loop[q] || !both) continue;
            for (const y of next[b] ?? []) {
              if (!(both & (takes[y] ?? 0n))) continue;
              if (x === p && y === q && z === q) return true;
              visit([x, y, z]);
            }
          }
        }
        return false;
      });
      if (found !== false) return found;
    }
  }
  return false;
}

type State = readonly [number, number, number];

/** Visits states from a first one on until one is told to be the last; undefined when the budget is used up. */
function search(
  first: State,
  budget: { steps: number },
  expand: (state: State, visit: (next: State) => void) => boolean,
): boolean | undefined {
  const seen = new Set<number>();
  const waiting: State[] = [first];
  const visit = (state: State) => {
    const [a, b, c] = state;
    const key = (a * 1024 + b) * 1024 + c;
    if (seen.has(key)) return;
    seen.add(key);
    waiting.push(state);
  };
  for (;;) {
    const state = waiting.pop();
    if (!state) return false;
    if (--budget.steps < 0) return undefined;
    if (expand(state, visit)) return true;
  }
}

/** Numbers the loops (strongly connected parts): for each position its loop, -1 for none. */
function loopsOf(next: readonly ReadonlySet<number>[]): readonly number[] {
  const reach = next.map((_, start) => {
    const seen = new Set<number>();
    const waiting = [start];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      for (const other of next[at] ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        waiting.push(other);
      }
    }
    return seen;
  });
  return next.map((_, position) => {
    if (!reach[position]?.has(position)) return -1;
    // The first position of the loop numbers it.
    return reach.findIndex((seen, other) =>
      seen.has(position) && reach[position]?.has(other)
    );
  });
}

const MAX_STEPS = 20_000;
const TOO_LARGE =
  "found an expression too large to tell that it never takes very long";
