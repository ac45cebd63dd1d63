import { assert, assertEquals, assertMatch } from "@std/assert";
import { costOf, describePrice, PRICE_LISTS, priceOf } from "./prices.ts";

Deno.test("costOf() prices what was kept apart from what was not", () => {
  const usage = { input: 1_000_000, output: 100_000, cached: 400_000 };
  const price = { input: 3, output: 15 };
  assertEquals(costOf(usage, { ...price, cached: 0.3 }), 1.8 + 0.12 + 1.5);
  assertEquals(costOf(usage, price), 3 + 1.5);
});

Deno.test("priceOf() takes the list price, also of a model that is named with its date", () => {
  assertEquals(priceOf("claude-sonnet-4-5")?.output, 15);
  assertEquals(priceOf("claude-sonnet-4-5-20250929")?.output, 15);
  assertEquals(priceOf("gpt-4.1-2025-04-14")?.input, 2);
});

Deno.test("priceOf() knows no price of a model that is only named alike", () => {
  for (
    const model of ["claude-sonnet-4", "gpt-4", "toString", "__proto__", ""]
  ) {
    assertEquals(priceOf(model), undefined);
  }
});

Deno.test("priceOf() takes the user's own price first, the exact one before a pattern", () => {
  const own = {
    "claude-*": { input: 1, output: 2 },
    "claude-sonnet-4-5": { input: 3, output: 4 },
    "q.en*": { input: 0, output: 0 },
  };
  assertEquals(priceOf("claude-sonnet-4-5", own)?.output, 4);
  assertEquals(priceOf("claude-opus-5", own)?.output, 2);
  assertEquals(priceOf("q.en2:14b", own)?.output, 0);
  assertEquals(priceOf("qwen2:14b", own), undefined);
  assertEquals(priceOf("gpt-4o", own)?.basis, "quoted");
});

Deno.test("describePrice() says where a price is from and that it may be old", () => {
  assertMatch(
    describePrice(priceOf("claude-sonnet-4-5")),
    /^3 \/ 15 USD .*list price of 2026-10, a copy of https:.*not compared with the page of today$/,
  );
  assertMatch(describePrice(priceOf("gpt-4o")), /as others quote https:/);
  assertMatch(
    describePrice(priceOf("m", { m: { input: 1, output: 2 } })),
    /^1 \/ 2 USD per million tokens sent \/ answered, your own$/,
  );
  assertEquals(describePrice(undefined), "price not known");
});

Deno.test("PRICE_LISTS have each model once, and what was kept costs less than what was not", () => {
  const all = PRICE_LISTS.flatMap(({ prices }) => Object.entries(prices));
  assertEquals(new Set(all.map(([model]) => model)).size, all.length);
  for (const [model, { input, output, cached = input }] of all) {
    assert(cached < input && input < output, model);
  }
});
