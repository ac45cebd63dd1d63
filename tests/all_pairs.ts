/**
 * All-pairs selection: few rows in which every two values of different factors meet.
 *
 * @module
 */

/** The values of each factor, by name. */
export type Factors = Readonly<Record<string, readonly string[]>>;

/** One value of every factor. */
export type Row = Readonly<Record<string, string>>;

/**
 * Chooses rows until every pair of values has met, each row the best of some at random; the same seed gives the same
 * rows.
 */
export function allPairs(factors: Factors, seed: number): Row[] {
  const random = mulberry32(seed);
  const missing = new Set(pairsOfAll(factors));
  const rows: Row[] = [];
  while (missing.size > 0) {
    const [wanted = ""] = missing;
    let best: Row = {};
    let most = -1;
    for (let i = 0; i < CANDIDATES; i++) {
      const row = { ...randomRow(factors, random), ...rowOf(wanted) };
      const gain = pairsOf(row).filter((pair) => missing.has(pair)).length;
      if (gain > most) [best, most] = [row, gain];
    }
    for (const pair of pairsOf(best)) missing.delete(pair);
    rows.push(best);
  }
  return rows;
}

/** Lists the pairs of a row's values. */
export function pairsOf(row: Row): string[] {
  const values = Object.entries(row).map(([factor, value]) =>
    `${factor}=${value}`
  ).sort();
  return values.flatMap((one, index) =>
    values.slice(index + 1).map((other) => `${one}\n${other}`)
  );
}

/** Lists every pair that rows can have. */
export function pairsOfAll(factors: Factors): string[] {
  const names = Object.keys(factors);
  return names.flatMap((one, index) =>
    names.slice(index + 1).flatMap((other) =>
      (factors[one] ?? []).flatMap((a) =>
        (factors[other] ?? []).flatMap((b) => pairsOf({ [one]: a, [other]: b }))
      )
    )
  );
}

function rowOf(pair: string): Row {
  return Object.fromEntries(
    pair.split("\n").map((value) => value.split("=", 2)),
  );
}

function randomRow(factors: Factors, random: () => number): Row {
  return Object.fromEntries(
    Object.entries(factors).map(([factor, values]) => [
      factor,
      values[Math.floor(random() * values.length)] ?? "",
    ]),
  );
}

/** A small generator of numbers from 0 to 1 (Tommy Ettinger's Mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const CANDIDATES = 30;
