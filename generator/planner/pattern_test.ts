import { assert, assertEquals, assertThrows } from "@std/assert";
import { CLAUSE_PATTERNS } from "./lexicon_clauses.ts";
import { BUILD_LEADS, LEADS } from "./lexicon_leads.ts";
import { NEGATED_RULE_PHRASES, RULE_PHRASES } from "./lexicon_rules.ts";
import { SETTING_PHRASES, UNBUILT_PHRASES } from "./lexicon_settings.ts";
import { longestMatch, matchPattern } from "./pattern.ts";
import { tokenize } from "./tokens.ts";

function match(pattern: string, text: string) {
  return matchPattern(pattern, tokenize(text, 0), 0);
}

Deno.test("matchPattern() fills slots and backs off where a phrase took too much", () => {
  const found = match(
    "{E:from} references {E:to}",
    "an order references a customer",
  );
  assertEquals(found?.value.nouns["from"]?.words, ["order"]);
  assertEquals(found?.value.nouns["to"]?.words, ["customer"]);
});

Deno.test("matchPattern() reads numbers, literals, values, classes and optional words", () => {
  assertEquals(
    match("between {N:n} and {N:m}", "between 1 and 5")?.value.numbers,
    {
      n: 1,
      m: 5,
    },
  );
  assertEquals(match("default {L:v}", "default false")?.value.literals, {
    v: false,
  });
  assertEquals(
    match("one of {V:v}", "one of red, dark blue or green")?.value.values,
    {
      v: ["red", "dark blue", "green"],
    },
  );
  assertEquals(match("$must be? {P:p}", "has to be closed")?.end, 4);
  assertEquals(match("at_least|min {N:n}", "at most 3"), undefined);
});

Deno.test("matchPattern() takes nothing for no match", () => {
  assertEquals(match("please?", "add tasks"), undefined);
});

Deno.test("matchPattern() refuses a class that does not exist", () => {
  assertThrows(() => match("$nope x", "a"), Error, '"$nope"');
});

Deno.test("longestMatch() prefers the pattern that takes most", () => {
  const rows = [{ pattern: "in memory", makes: 1 }, {
    pattern: "in memory only",
    makes: 2,
  }];
  assertEquals(longestMatch(rows, tokenize("in memory only", 0), 0)?.makes, 2);
});

Deno.test("every pattern of the lexicon compiles and needs at least one word", () => {
  const rows = [
    ...[
      CLAUSE_PATTERNS,
      RULE_PHRASES,
      NEGATED_RULE_PHRASES,
      SETTING_PHRASES,
      UNBUILT_PHRASES,
    ]
      .flatMap((table) => table.map((row) => row.pattern)),
    ...LEADS,
    ...BUILD_LEADS,
  ];
  for (const row of rows) {
    match(row, "x");
    assert(
      row.split(" ").some((part) => part === "?" || !part.endsWith("?")),
      `"${row}" matches nothing at all`,
    );
  }
});
