import { assertEquals } from "@std/assert";
import { generationSummary } from "./generation_summary.ts";
import { type CallSpent, Spending, type UnitSpent } from "./spending.ts";
import { summaryTable } from "./summary_table.ts";

Deno.test("generationSummary() sums up waves", () => {
  const { waves, total } = generationSummary(spent(), { model: "m" });
  assertEquals(waves.map(({ name }) => name), ["wave 1", "wave 2"]);
  const [first, second] = waves;
  assertEquals(first, {
    name: "wave 1",
    units: 2,
    reused: 0,
    failed: 1,
    files: 2,
    lines: 40,
    calls: 3,
    attempts: 5,
    rounds: 2,
    tokens: { input: 3000, output: 600, cached: 100 },
    tokensPerCall: 1200,
    cost: 0.06,
    sequentialMs: 900,
    parallelMs: 700,
    syntaxErrors: 2,
    syntaxErrorRate: 0.5,
    ms: 850,
    peakMemoryBytes: 7e6,
  });
  assertEquals(
    [second?.units, second?.reused, second?.calls, second?.tokensPerCall],
    [1, 1, 0, 0],
  );
  assertEquals([second?.ms, second?.cost, second?.rounds], [0, 0, 0]);
  assertEquals(
    [total.units, total.files, total.lines, total.calls, total.ms],
    [3, 3, 43, 3, 900],
  );
});

Deno.test("generationSummary() shares tokens and cost out to types of file by lines, so that they add up", () => {
  const { types, total } = generationSummary(spent(), { model: "m" });
  assertEquals(
    types.map((row) => [row.name, row.units, row.files, row.lines, row.calls]),
    [["logic", 3, 2, 13, 3], ["test", 1, 1, 30, 2]],
  );
  const sum = (of: (row: typeof total) => number) =>
    types.reduce((all, row) => all + of({ ...total, ...row }), 0);
  assertEquals(sum(({ tokens }) => tokens.input), total.tokens.input);
  assertEquals(sum(({ tokens }) => tokens.output), total.tokens.output);
  assertEquals(sum(({ cost }) => cost ?? 0), total.cost);
  const [logic, test] = types;
  assertEquals(logic?.tokens, { input: 1500, output: 300, cached: 26 });
  assertEquals(test?.tokens, { input: 1500, output: 300, cached: 74 });
  assertEquals([logic?.cost, test?.cost], [0.03, 0.03]);
});

Deno.test("generationSummary() knows no cost where a price is unknown, unless no token was spent", () => {
  const spending = new Spending({ now: () => 1000, memory: () => 1 });
  const none = { input: 0, output: 0, cached: 0 };
  spending.called({ ...CALL, usage: none, cost: undefined });
  const cost = () => generationSummary(spending, { model: "m" }).total.cost;
  assertEquals(cost(), 0);
  spending.called({ ...CALL, cost: undefined });
  assertEquals(cost(), null);
  spending.called({ ...CALL, cost: 1 });
  assertEquals(cost(), null);
});

Deno.test("generationSummary() counts time in which several calls were under way once", () => {
  const ends = [100, 250, 240, 260, 400];
  const spending = new Spending({ now: () => ends.shift() ?? 0 });
  for (const ms of [100, 100, 20, 18, 50]) spending.called({ ...CALL, ms });
  const { total } = generationSummary(spending, { model: "m" });
  assertEquals([total.sequentialMs, total.parallelMs], [288, 260]);
});

Deno.test("generationSummary() gives zeros where nothing was spent", () => {
  const { waves, types, total } = generationSummary(new Spending(), {
    model: "m",
  });
  assertEquals([waves, types], [[], []]);
  assertEquals([total.ms, total.cost, total.peakMemoryBytes], [0, 0, 0]);
});

Deno.test("summaryTable() writes a line for each figure and a column for each wave", () => {
  const text = summaryTable(
    generationSummary(spent(), { model: "some/model" }),
  );
  assertEquals(
    text,
    `written by some/model

                          wave 1      wave 2       total
units                          2           1           3
  without a call               0           1           1
  given up                     1           0           1
files                          2           1           3
lines                         40           3          43
calls                          3           0           3
  retried                      2           0           2
most rounds                    2           0           2
tokens in                  3,000           0       3,000
  cached                     100           0         100
tokens out                   600           0         600
tokens a call              1,200           0       1,200
cost                     $0.0600     $0.0000     $0.0600
calls one by one           0.9 s       0.0 s       0.9 s
calls as made              0.7 s       0.0 s       0.7 s
syntax errors                  2           0           2
  answers with one        50.0 %       0.0 %      50.0 %
time with checks           0.8 s       0.0 s       0.9 s
most memory                 7 MB        5 MB        7 MB

                           logic        test
units                          3           1
  without a call               1           0
  given up                     1           0
files                          2           1
lines                         13          30
calls                          3           2
  retried                      2           0
most rounds                    2           2
tokens in                  1,500       1,500
  cached                      26          74
tokens out                   300         300
tokens a call                600         900
cost                     $0.0300     $0.0300
calls one by one           0.9 s       0.6 s
calls as made              0.7 s       0.6 s
syntax errors                  2           2
  answers with one        50.0 %      50.0 %
`,
  );
});

Deno.test("summaryTable() splits what is wider than a terminal, and has one wave once", () => {
  const spending = new Spending({ now: () => 1000 });
  for (let wave = 1; wave <= 7; wave += 1) {
    spending.called({ ...CALL, wave, cost: undefined });
  }
  const text = summaryTable(generationSummary(spending, { model: "m" }));
  assertEquals(text.match(/^ +wave.*$/gm), [
    `${" ".repeat(26)}${
      ["wave 1", "wave 2", "wave 3", "wave 4", "wave 5"].join("      ")
    }`,
    `${" ".repeat(26)}wave 6      wave 7       total`,
  ]);
  assertEquals(text.includes("unknown"), true);
  assertEquals(text.split("\n").every((line) => line.length <= 80), true);
  const one = new Spending();
  one.called(CALL);
  const first = summaryTable(generationSummary(one, { model: "m" }));
  assertEquals(first.includes("total"), false);
});

const CALL: CallSpent = {
  unit: "entities.order.actions.ship.guard",
  wave: 1,
  round: 1,
  type: "logic",
  files: [{ type: "logic", lines: 10 }, { type: "test", lines: 30 }],
  finish: "done",
  usage: { input: 1000, output: 200, cached: 50 },
  attempts: 1,
  ms: 300,
  cost: 0.02,
  syntaxErrors: 0,
};

/** Two calls for one unit, partly at once with one that the model did not answer; then a unit out of the records. */
function spent(): Spending {
  const ends = [300, 500, 700, 850, 850, 900];
  const memory = [1e6, 7e6, 2e6, 3e6, 4e6, 5e6];
  const spending = new Spending({
    now: () => ends.shift() ?? 0,
    memory: () => memory.shift() ?? 0,
  });
  const unit: UnitSpent = { ...CALL, outcome: "written" };
  const other = "endpoints.quote";
  spending.called({ ...CALL, syntaxErrors: 2 });
  spending.called({
    ...CALL,
    unit: other,
    files: [],
    finish: "no answer",
    attempts: 3,
    usage: { ...CALL.usage, cached: 0 },
  });
  spending.called({ ...CALL, round: 2 });
  spending.finished(unit);
  spending.finished({ ...unit, unit: other, outcome: "failed", files: [] });
  spending.finished({
    ...unit,
    unit: "entities.order.fields.shipping.computed",
    wave: 2,
    outcome: "reused",
    files: [{ type: "logic", lines: 3 }],
  });
  return spending;
}
