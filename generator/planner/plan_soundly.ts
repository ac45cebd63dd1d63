/**
 * Leaves out of a plan what it cannot hold: a sentence that would make its blueprint one that is refused is quoted.
 *
 * Each sentence may be well understood by itself and yet contradict another, as "Approve or reject metrics." and "The
 * status is price plus score." do. Which sentences go together is asked of the compiler itself, so that no list of what
 * excludes what has to be kept here.
 *
 * @module
 */
import type { Blueprint } from "../blueprint/blueprint.ts";
import { writeBlueprint } from "../blueprint/write_blueprint.ts";
import { compileBlueprint } from "../model/compile_blueprint.ts";

/** Why sentences are not read, by where they start in the request. */
export type Quoted = ReadonlyMap<number, string>;

/** A plan, and where the sentences it was made of start. */
export interface Attempt {
  /** The blueprint; missing where nothing was understood. */
  readonly blueprint?: Blueprint;
  /** Where the sentences start, in order. */
  readonly starts: readonly number[];
}

/**
 * Plans with every sentence, and then without the first that does not go with those before it, until what is left
 * compiles.
 *
 * @param attempt Plans without some sentences
 * @return What the first attempt that compiles gave; undefined when there is none
 */
export function planSoundly<T extends Attempt>(
  attempt: (quoted: Quoted) => T,
): T | undefined {
  let quoted: Quoted = new Map();
  for (let turn = 0; turn <= MOST_QUOTED; turn++) {
    const whole = attempt(quoted);
    const reason = refusalOf(whole);
    if (reason === undefined) return whole;
    const left = whole.starts.filter((start) => !quoted.has(start));
    const first = firstRefused(
      left,
      (from) =>
        refusalOf(attempt(without(quoted, left.slice(from), reason))) !==
          undefined,
    );
    if (first === undefined) return undefined;
    // Where there are too many to be found one by one, all from there on are left out.
    const isLast = turn === MOST_QUOTED - 1 || left.length > MOST_SEARCHED;
    const end = isLast ? left.length : first;
    quoted = without(quoted, left.slice(first - 1, end), reason);
  }
  return undefined;
}

/** Returns how many sentences it takes, from the first on, until a plan is refused; undefined when even none are. */
function firstRefused(
  left: readonly number[],
  isRefused: (from: number) => boolean,
): number | undefined {
  if (isRefused(0)) return undefined;
  let fits = 0;
  let refused = left.length;
  while (refused - fits > 1) {
    const middle = Math.floor((fits + refused) / 2);
    if (isRefused(middle)) refused = middle;
    else fits = middle;
  }
  return refused;
}

function without(
  quoted: Quoted,
  starts: readonly number[],
  reason: string,
): Quoted {
  return new Map([
    ...quoted,
    ...starts.map((start) => [start, reason] as const),
  ]);
}

/** Returns what the compiler has against a blueprint. */
function refusalOf({ blueprint }: Attempt): string | undefined {
  if (blueprint === undefined) return undefined;
  const { diagnostics } = compileBlueprint(writeBlueprint(blueprint));
  const error = diagnostics.find(({ severity }) => severity === "error");
  return error && `${error.code} ${error.message}`;
}

/** How many sentences are looked for one by one. */
const MOST_QUOTED = 24;

/** Among how many. */
const MOST_SEARCHED = 200;
