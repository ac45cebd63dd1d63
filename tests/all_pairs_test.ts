import { assert, assertEquals } from "@std/assert";
import { allPairs, pairsOf, pairsOfAll } from "./all_pairs.ts";

const FACTORS = {
  size: ["small", "large"],
  colour: ["red", "green", "blue", "black"],
  shape: ["round", "square", "long"],
};

Deno.test("allPairs() lets every two values meet, in few rows", () => {
  const rows = allPairs(FACTORS, 1);
  assertEquals(
    new Set(rows.flatMap(pairsOf)),
    new Set(pairsOfAll(FACTORS)),
  );
  assert(rows.length < 2 * 4 * 3, `found ${rows.length} rows`);
});

Deno.test("allPairs() chooses the same rows for the same seed", () => {
  assertEquals(allPairs(FACTORS, 7), allPairs(FACTORS, 7));
});
