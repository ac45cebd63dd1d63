import { assert, assertEquals, assertExists } from "@std/assert";
import { compilePattern, slowPattern } from "./pattern.ts";

Deno.test("compilePattern() matches whole values", () => {
  const pattern = compilePattern("a|b");
  assertExists(pattern);
  assert(pattern.test("a") && pattern.test("b"));
  assert(!pattern.test("ab") && !pattern.test("xa"));
});

Deno.test("compilePattern() takes nothing that is no regular expression by itself", () => {
  for (const pattern of ["(", "[", "a)|(?:b", "*", "\\", "\\q", "a{2,1}"]) {
    assertEquals(compilePattern(pattern), undefined, pattern);
  }
});

Deno.test("slowPattern() refuses patterns that take exponential time", () => {
  for (const pattern of EXPONENTIAL) {
    assertExists(compilePattern(pattern), pattern);
    assertExists(slowPattern(pattern, 200), pattern);
  }
});

Deno.test("slowPattern() refuses patterns that take polynomial time on long values alone", () => {
  for (const pattern of POLYNOMIAL) {
    assertEquals(slowPattern(pattern, 200), undefined, pattern);
    assertExists(slowPattern(pattern, 10_000), pattern);
  }
});

Deno.test("slowPattern() lets the patterns of every day through", () => {
  for (const pattern of GOOD) {
    assertExists(compilePattern(pattern), pattern);
    assertEquals(slowPattern(pattern, 10_000), undefined, pattern);
  }
});

Deno.test("slowPattern() refuses what it cannot tell", () => {
  assertExists(slowPattern("(?=(a+))\\1b", 200));
  assertExists(slowPattern("(a)\\1", 200));
  assertExists(slowPattern("(?<x>a)\\k<x>", 200));
  assertExists(slowPattern(`${"(".repeat(60)}a${")".repeat(60)}`, 200));
});

const EXPONENTIAL = [
  "(a+)+",
  "(a*)*b",
  "(a|a)*",
  "(a|b|ab)*c",
  "(\\w|\\d)*x",
  "(.|a)*x",
  "(?:a|aa)+",
  "(\\p{L}|[a-z])+",
  "([a-z]|[a-c]){1,50}x",
  "(a{1,20}){1,20}b",
  "([a-z]+\\s?)+",
  "(\\s*\\w+\\s*)*",
  "(x+x+)+y",
  "((ab)*)*c",
  "(?=(a+)+b)a*",
  "(?!(a+)+$)a*x",
  "(?<=(a+)+)b",
  "(?<word>a+)+",
  "([\\u0061-c]|a)*",
  "([\\u{61}]|\\x61)*",
  "a?".repeat(30) + "a".repeat(30),
  "(ab)?".repeat(25) + "(ab){25}",
  "(a?){30}a{30}",
  ".*.*.*.*x",
];

const POLYNOMIAL = ["\\d+\\d+x", "(.*)(.*)=", ".*a.*b", ".*(?=.*x)"];

const GOOD = [
  "",
  "[A-Z]{2}\\d{4}",
  "[a-z0-9]+(-[a-z0-9]+)*",
  "[A-Z]{3}-\\d{1,10}(-[A-Z]{1,5}){0,3}",
  "(\\(\\d{3}\\) )?\\d{3}-\\d{4}",
  "(?=.*\\d)(?=.*[A-Z]).{8,}",
  "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
  "[\\p{L}\\s'-]+",
  "\\p{L}+( \\p{L}+)*",
  "#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}",
  "\\+?[0-9 ()-]{7,20}",
  "[a-z]{1,1000}",
  "(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}",
  "https?://[^\\s/$.?#].[^\\s]*",
  "[\\w.+-]+@[\\w-]+\\.[\\w.-]+",
  "(?<year>\\d{4})-\\d{2}",
  "\\u0041[\\]\\\\^]\\b.\\B\\cA",
];
