import { assert, assertEquals } from "@std/assert";
import type { VerificationReport } from "../../validation/report.ts";
import { block } from "./crate_depot.ts";
import { runGenerate } from "./run_generate.ts";
import { type PlayedScenario, playScenario } from "./scenario.ts";

const BLUEPRINT = `schema: autocoder/v1
system: price_desk
description: What an amount in euros is in other currencies.
store: { engine: memory }
entities:
  article: { fields: { title: { type: string } } }
requirements:
  - text: An amount in euros is told in other currencies.
    covers: [endpoints.conversion]
endpoints:
  conversion:
    path: /conversions
    query:
      amount: { type: integer, required: true, min: 0 }
      currency: { type: enum, values: [USD, CHF], required: true }
    answer: { amount: { type: number, required: true } }
    fetches: [https://rates.example.com]
    behavior: |
      Asks https://rates.example.com/v1/ and the currency for its rate, the member "rate", and answers the amount in that
      currency. Without a positive rate it refuses with 502.
    examples:
      - given: { query: { amount: 10, currency: USD } }
        fetched: [{ url: "https://rates.example.com/v1/USD", body: '{ "rate": 1.5 }' }]
        answers: { amount: 15 }
      - { given: { query: { amount: 10, currency: USD } }, refuses: 502 }
`;

const TESTS = `import assert from "node:assert/strict";
import { type ScriptedAnswer, withScript } from "../../kit/scripted_fetch.ts";
import { CONVERSION_ENDPOINT } from "../../logic/conversion_endpoint.ts";
import { startTestSystem } from "../test_system.ts";

async function convert(currency: string, answers: readonly ScriptedAnswer[]) {
  await using test = await startTestSystem([withScript(CONVERSION_ENDPOINT, answers)]);
  const { status, body } = await test.client.get<{ readonly amount?: number }>(\`/conversions?amount=4&currency=\${currency}\`);
  return [status, body.amount];
}

Deno.test("the amount is multiplied by the rate of its currency", async () => {
  const answers = [
    { url: "https://rates.example.com/v1/USD", body: '{"rate":1.5}' },
    { url: "https://rates.example.com/v1/CHF", body: '{"rate":0.5}' },
  ];
  assert.deepEqual(await convert("USD", answers), [200, 6]);
  assert.deepEqual(await convert("CHF", answers), [200, 2]);
});

Deno.test("without a rate there is no amount", async () => {
  for (const body of ['{"rate":0}', '{"rate":-1}', '{"rate":"2"}', "{}", "null"]) {
    const answers = [{ url: "https://rates.example.com/v1/USD", body }];
    assert.deepEqual(await convert("USD", answers), [502, undefined]);
  }
  const failed = [{ url: "https://rates.example.com/v1/USD", status: 500, body: '{"rate":2}' }];
  assert.deepEqual(await convert("USD", failed), [502, undefined]);
});
`;

function answer(origin: string): string {
  return block(
    "conversion_endpoint.ts",
    `export async function conversion(
  { query, fetch, api, now, refuse }: ConversionCall,
): Promise<ConversionAnswer> {
  const response = await fetch(\`${origin}/v1/\${query.currency}\`);
  if (!response.ok) return refuse(502, "There is no rate at the moment.");
  const told = await response.json();
  const rate = Number(typeof told?.rate === "number" ? told.rate : 0);
  if (!(rate > 0)) return refuse(502, "There is no rate at the moment.");
  return { amount: query.amount * rate };
}`,
  ) + block("tests/authored/conversion_endpoint_test.ts", TESTS);
}

Deno.test("a model writes an endpoint that fetches; another host than the listed is found before anything runs", async () => {
  const played = await playScenario({
    title: "a host that is not listed",
    blueprint: BLUEPRINT,
    script: [
      answer("https://evil.example"),
      answer("https://rates.example.com"),
    ],
    code: 0,
    requests: 2,
    rounds: 2,
    tells:
      "https://evil.example is not listed: it may fetch from https://rates.example.com",
    options: { args: [] },
    also: comesAgain,
  });
  assertEquals(played.run.report?.verification?.status, "verified");
  const [first] = played.server.requests;
  assert(
    first?.text.includes(
      "The function may fetch from https://rates.example.com, and from no other host",
    ),
  );
});

async function comesAgain({ out }: PlayedScenario): Promise<void> {
  const report: VerificationReport = JSON.parse(
    await Deno.readTextFile(`${out}/evidence/report.json`),
  );
  const [requirement] = report.requirements;
  assertEquals(requirement?.state, "passed");
  const files = requirement?.tests.map(({ file }) => file.replace(/:\d+$/, ""));
  assertEquals([...new Set(files)].toSorted(), [
    "tests/authored/conversion_endpoint_test.ts",
    "tests/contract/conversion_endpoint_test.ts",
  ]);
  const file = "logic/conversion_endpoint.ts";
  const logic = await Deno.readTextFile(`${out}/${file}`);
  assert(!logic.includes("evil.example"), logic);
  const again = await runGenerate({
    blueprint: `${out}/blueprint.yaml`,
    out: `${out}-again`,
  });
  assertEquals(again.code, 0, again.stderr);
  assertEquals(await Deno.readTextFile(`${out}-again/${file}`), logic);
}
