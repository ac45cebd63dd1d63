import {
  assertEquals,
  assertMatch,
  assertRejects,
  assertThrows,
} from "@std/assert";
import { Budget, BudgetSpent, parseBudget, withinBudget } from "./budget.ts";
import { type AskOptions, ModelFailure } from "./language_model.ts";
import { scriptedModel } from "./scripted_model.ts";

const CALL = { input: 600, output: 100, cached: 0 };
const PRICE = { input: 1_000, output: 4_000 }; // a call costs 1 USD
const REQUEST = {
  system: "",
  turns: [{ role: "user", text: "?" }],
  maxOutputTokens: 9,
} as const;

Deno.test("Budget.spend() adds up and says when the tokens are spent", () => {
  const budget = new Budget({ tokens: 1_400 });
  budget.spend(CALL);
  const failure = assertThrows(() => budget.spend(CALL), BudgetSpent);
  assertMatch(failure.message, /spent: 1400 of 1400 tokens; raise it with/);
  assertEquals(failure.usage, { input: 1_200, output: 200, cached: 0 });
  assertThrows(() => budget.check(), BudgetSpent);
});

Deno.test("Budget.spend() says when the money is spent", () => {
  const budget = new Budget({ money: 2.5 }, PRICE);
  budget.spend(CALL);
  budget.spend(CALL);
  assertEquals(budget.cost, 2);
  const failure = assertThrows(() => budget.spend(CALL), BudgetSpent);
  assertMatch(failure.message, /spent: 3.00 of 2.50 USD/);
});

Deno.test("Budget.check() lets a budget of nothing do nothing", () => {
  assertThrows(() => new Budget({ tokens: 0 }).check(), BudgetSpent);
});

Deno.test("Budget without limits only counts", () => {
  const budget = new Budget();
  budget.spend({ input: 1e9, output: 1e9, cached: 0 });
  assertEquals([budget.usage.input, budget.cost], [1e9, undefined]);
});

Deno.test("Budget of money wants a price", () => {
  assertThrows(() => new Budget({ money: 1 }), RangeError);
});

Deno.test("withinBudget() gives the answer that spends the budget, and asks no more", async () => {
  const model = scriptedModel(() => ({ text: "Well.", usage: CALL }));
  const budget = new Budget({ tokens: 1_000 });
  const held = withinBudget(model, budget);
  assertEquals(held.name, model.name);
  for (const _ of [1, 2]) {
    assertEquals((await held.ask(REQUEST)).text, "Well.");
  }
  await assertRejects(() => held.ask(REQUEST), BudgetSpent);
  assertEquals(model.asked.length, 2);
  assertEquals(budget.usage.input, 1_200);
});

Deno.test("withinBudget() passes on options and failures", async () => {
  const pieces: string[] = [];
  const model = scriptedModel((_, call) =>
    call === 1 ? "Well." : new ModelFailure("overloaded", "busy")
  );
  const held = withinBudget(model, new Budget());
  await held.ask(REQUEST, { onText: (piece) => pieces.push(piece) });
  assertEquals(pieces, ["Well."]);
  await assertRejects(() => held.ask(REQUEST), ModelFailure, "busy");
});

Deno.test("withinBudget() counts what a failure took", async () => {
  const budget = new Budget({ tokens: 700 });
  const held = withinBudget(
    scriptedModel(() =>
      new ModelFailure("unreachable", "gone", { usage: CALL })
    ),
    budget,
  );
  await assertRejects(() => held.ask(REQUEST), ModelFailure, "gone");
  await assertRejects(() => held.ask(REQUEST), BudgetSpent);
});

Deno.test("withinBudget() asks nothing that what is left does not reach for", async () => {
  const model = scriptedModel(() => ({ text: "Well.", usage: CALL }));
  const long = { ...REQUEST, system: "x".repeat(7_000) }; // about 2,000 tokens
  for (
    const budget of [
      new Budget({ tokens: 1_900 }),
      new Budget({ money: 0.019 }, { input: 10, output: 10 }),
    ]
  ) {
    const failure = await assertRejects(
      () => withinBudget(model, budget).ask(long),
      BudgetSpent,
    );
    assertMatch(failure.message, /does not reach: 0.* of .* take about/);
  }
  assertEquals(model.asked.length, 0);
});

Deno.test("withinBudget() sets aside what questions under way take", async () => {
  const gate = Promise.withResolvers<void>();
  const slow = {
    name: "slow",
    ask: async () => {
      await gate.promise;
      return {
        text: "Well.",
        finish: "done" as const,
        usage: CALL,
        attempts: 1,
        ms: 1,
      };
    },
  };
  const long = { ...REQUEST, system: "x".repeat(3_500) }; // about 1,000 tokens
  const held = withinBudget(slow, new Budget({ tokens: 2_500 }));
  const first = held.ask(long);
  const second = held.ask(long);
  await assertRejects(() => held.ask(long), BudgetSpent, "under way");
  gate.resolve();
  await Promise.all([first, second]);
  await held.ask(REQUEST);
});

Deno.test("withinBudget() ends a question whose lost attempts have spent it", async () => {
  let attempts = 0;
  const losing = {
    name: "losing",
    ask: (_: unknown, options: AskOptions = {}) => {
      for (;;) {
        attempts++;
        options.onLost?.({ input: attempts * 400, output: 0, cached: 0 });
      }
    },
  };
  const budget = new Budget({ tokens: 1_000 });
  await assertRejects(
    () => withinBudget(losing, budget).ask(REQUEST),
    BudgetSpent,
  );
  assertEquals([attempts, budget.usage.input], [3, 1_200]);
});

Deno.test("Budget counts apart what the provider keeps from now on", () => {
  const budget = new Budget({}, { ...PRICE, stored: 2_000 });
  budget.spend({ input: 1_000, output: 0, cached: 0, stored: 400 });
  budget.spend({ input: 1_000, output: 0, cached: 0, stored: 100 });
  assertEquals(budget.usage.stored, 500);
  assertEquals(budget.cost, 2.5);
});

for (
  const [text, limits] of [
    ["200000", { tokens: 200_000 }],
    ["200k tokens", { tokens: 200_000 }],
    ["1.5M", { tokens: 1_500_000 }],
    ["1 token", { tokens: 1 }],
    ["$2.50", { money: 2.5 }],
    ["2.50 USD", { money: 2.5 }],
    ["3 dollars", { money: 3 }],
    [" 500k , 5 usd ", { tokens: 500_000, money: 5 }],
  ] as const
) {
  Deno.test(`parseBudget() reads ${JSON.stringify(text)}`, () => {
    assertEquals(parseBudget(text), limits);
  });
}

for (
  const text of [
    "",
    "much",
    "-5",
    "5 EUR",
    "1,2",
    "5 USD, 6 USD",
    "1e9",
    "$",
    ",",
  ]
) {
  Deno.test(`parseBudget() refuses ${JSON.stringify(text)}`, () => {
    const failure = assertThrows(() => parseBudget(text), ModelFailure);
    assertEquals(failure.kind, "not configured");
    assertMatch(
      failure.message,
      /^Cannot read the budget ".*": found ".*", wanted/,
    );
  });
}
