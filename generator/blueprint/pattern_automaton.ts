/**
 * A regular expression as an automaton of positions (Glushkov 1961): which character of the expression can follow which.
 *
 * @module
 */
import type { PatternNode } from "./pattern_syntax.ts";

/** The automaton. */
export interface PatternAutomaton {
  /** The positions that can come first. */
  readonly first: readonly number[];
  /** For each position, which kinds of character it takes: bit n stands for kind n. */
  readonly takes: readonly bigint[];
  /** For each position, those that can come next. */
  readonly next: readonly ReadonlySet<number>[];
  /** Pairs `[a, b]` where b comes after a in more than one way. */
  readonly doubled: readonly (readonly [number, number])[];
}

/** How repeats with an upper bound are taken. */
export type BoundedRepeats =
  /** As repeats without one: finds what explodes before it gets to the bound. */
  | "loop"
  /** As at most two rounds: they do not add up with other loops. */
  | "once"
  /** As they are. */
  | "exact";

/** Builds the automaton; undefined when the expression is too large. */
export function buildAutomaton(
  pattern: PatternNode,
  bounded: BoundedRepeats,
): PatternAutomaton | undefined {
  const building: Building = { sets: [], next: [], doubled: [], bounded };
  const whole = add(pattern, building);
  if (!whole) return undefined;
  const kinds = charactersOf(building.sets);
  return {
    first: whole.first,
    takes: building.sets.map((source) => maskOf(source, kinds)),
    next: building.next,
    doubled: building.doubled,
  };
}

interface Building {
  readonly sets: string[];
  readonly next: Set<number>[];
  readonly doubled: (readonly [number, number])[];
  readonly bounded: BoundedRepeats;
}

interface Fragment {
  readonly canBeEmpty: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

function add(node: PatternNode, building: Building): Fragment | undefined {
  switch (node.kind) {
    case "set": {
      if (building.sets.length >= MAX_POSITIONS) return undefined;
      const position = building.sets.push(node.source) - 1;
      building.next.push(new Set());
      return { canBeEmpty: false, first: [position], last: [position] };
    }
    case "look": {
      // Whatever comes before can lead into it, nothing leads out: what follows starts where it started.
      const inside = add(node.item, building);
      return inside && { canBeEmpty: true, first: inside.first, last: [] };
    }
    case "sequence":
      return addSequence(node.items, building);
    case "choice": {
      const parts: Fragment[] = [];
      for (const item of node.items) {
        const part = add(item, building);
        if (!part) return undefined;
        parts.push(part);
      }
      return {
        canBeEmpty: parts.some((part) => part.canBeEmpty),
        first: parts.flatMap((part) => part.first),
        last: parts.flatMap((part) => part.last),
      };
    }
    case "repeat":
      return addRepeat(node, building);
  }
}

function addSequence(
  items: readonly PatternNode[],
  building: Building,
): Fragment | undefined {
  let whole: Fragment = EMPTY;
  for (const item of items) {
    const part = add(item, building);
    if (!part) return undefined;
    link(whole.last, part.first, building);
    whole = {
      canBeEmpty: whole.canBeEmpty && part.canBeEmpty,
      first: whole.canBeEmpty ? [...whole.first, ...part.first] : whole.first,
      last: part.canBeEmpty ? [...whole.last, ...part.last] : part.last,
    };
  }
  return whole;
}

function addRepeat(
  node: Extract<PatternNode, { kind: "repeat" }>,
  building: Building,
): Fragment | undefined {
  const { item, min, max } = node;
  if (max === 0) return EMPTY;
  const isLoop = max === Infinity ||
    (building.bounded === "loop" && max > MAX_COPIES && min !== max);
  if (isLoop) {
    const once = add(item, building);
    if (!once) return undefined;
    link(once.last, once.first, building);
    return min === 0 ? { ...once, canBeEmpty: true } : once;
  }
  // Copies of a fixed number are all there: nothing is left to choose.
  const copies = building.bounded === "once" ? Math.min(max, 2) : max;
  const needed = Math.min(min, copies);
  const wanted: PatternNode = {
    kind: "sequence",
    items: Array(needed).fill(item),
  };
  let optional: PatternNode = { kind: "sequence", items: [] };
  for (let copy = needed; copy < copies; copy++) {
    optional = {
      kind: "choice",
      items: [
        { kind: "sequence", items: [item, optional] },
        { kind: "sequence", items: [] },
      ],
    };
  }
  return add({ kind: "sequence", items: [wanted, optional] }, building);
}

function link(
  from: readonly number[],
  to: readonly number[],
  building: Building,
): void {
  for (const a of from) {
    for (const b of to) {
      if (building.next[a]?.has(b)) building.doubled.push([a, b]);
      building.next[a]?.add(b);
    }
  }
}

/** One character of each kind that the sets can tell apart: every bound of every range, and samples of scripts. */
function charactersOf(sets: readonly string[]): readonly string[] {
  const points = new Set<number>();
  const add = (point: number) => {
    for (const near of [point - 1, point, point + 1]) {
      if (near >= 0 && near <= 0x10ffff) points.add(near);
    }
  };
  for (const sample of SAMPLES) add(sample.codePointAt(0) ?? 0);
  for (const source of new Set(sets)) {
    for (const character of source) add(character.codePointAt(0) ?? 0);
    for (const [, hex = ""] of source.matchAll(/\\[ux]\{?([0-9a-fA-F]+)/g)) {
      add(Number.parseInt(hex, 16));
    }
  }
  const expressions = [...new Set(sets)].map(single);
  const kinds = new Map<string, string>();
  for (const point of points) {
    const character = String.fromCodePoint(point);
    const kind = expressions.map((set) => set.test(character) ? "1" : "0");
    kinds.set(kind.join(""), character);
  }
  return [...kinds.values()];
}

function maskOf(source: string, kinds: readonly string[]): bigint {
  const expression = single(source);
  return kinds.reduce(
    (mask, character, bit) =>
      expression.test(character) ? mask | (1n << BigInt(bit)) : mask,
    0n,
  );
}

function single(source: string): RegExp {
  return new RegExp(`^${source}$`, "u");
}

const EMPTY: Fragment = { canBeEmpty: true, first: [], last: [] };
const MAX_POSITIONS = 400;
const MAX_COPIES = 3;
const SAMPLES = "\t\n\r !/09:@AZ[_`az{~\u00a0éÉßΩжЖאあ中\u0663😀\u{10ffff}";
