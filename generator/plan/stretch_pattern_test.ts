import { assert, assertEquals } from "@std/assert";
import { stretchPattern } from "./stretch_pattern.ts";

const CASES: readonly (readonly [string, number, string])[] = [
  ["[A-Z]+", 100, "(?:[A-Z]){100,102}"],
  ["[a-z]{1,50}-[a-z]{1,50}", 90, "(?:[a-z]){50,50}-(?:[a-z]){39,41}"],
  ["(ab?){1,3}", 5, "(?:a(?:b){1,1}){3,3}"],
  ["a|b*", 4, "(?:(?:b){4,6})"],
  ["(?=.*\\d)[a-z\\d]{8,}", 8, "(?:[a-z\\d]){8,}"],
  ["^\\bword$", 2, "word"],
  ["[a-z]{3}", 5, "(?:[a-z]){3,3}"],
];

Deno.test("stretchPattern() makes the shortest text as long as wanted, or as long as it can be", () => {
  for (const [pattern, length, wanted] of CASES) {
    assertEquals(stretchPattern(pattern, length), wanted);
  }
});

Deno.test("stretchPattern() leaves to others what it cannot read", () => {
  assertEquals(stretchPattern("(a)\\1", 3), undefined);
  assert(new RegExp(stretchPattern("(?<x>é|😀)*", 3) ?? "", "u").test("é😀é"));
});
