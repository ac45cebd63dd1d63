import { assertEquals, assertStringIncludes } from "@std/assert";
import { addSecondReading } from "../authoring/second_reading/add_second_reading.ts";
import { scriptedModel } from "../authoring/scripted_model.ts";
import { asAnswered } from "../authoring/testdata/task_system.ts";
import type { ClaimStep } from "../authoring/second_reading/claim.ts";
import { checkEvidence } from "../validation/evidence/check_evidence.ts";
import { healingRig, reportWith } from "../validation/testdata/healing_rig.ts";
import { verifySystem } from "../validation/verify_system.ts";

const BLUEPRINT = `schema: autocoder/v1
system: teas
store: { engine: sqlite }
entities:
  tea:
    fields:
      name: { type: string, required: true, maxLength: 50 }
      grams: { type: integer, min: 1, max: 1000 }
requirements:
  - text: Teas have a name and at most 1000 grams.
    covers: [tea]
  - text: The heaviest tea comes first.
    covers: []
`;

const MAKE: ClaimStep = {
  purpose: "prepare",
  as: "nobody",
  method: "POST",
  path: "/teas",
  params: [],
  query: [],
  headers: [],
  body: { name: "green", grams: 5 },
  status: 201,
  expect: [],
  save: [],
};
const HEAVY = { ...MAKE, body: { name: "black", grams: 900 } };
const FIRST: ClaimStep = {
  ...MAKE,
  purpose: "check",
  method: "GET",
  body: undefined,
  status: 200,
  expect: [{ member: "items.0.name", is: "equals", value: "black" }],
};
const ANSWER = JSON.stringify({
  claims: [
    {
      quote: "at most 1000 grams",
      shows: "1001 grams are refused.",
      steps: [{
        ...MAKE,
        purpose: "check" as const,
        body: { name: "x", grams: 1001 },
        status: 422,
      }],
    },
    {
      quote: "The heaviest tea comes first.",
      shows: "The heaviest is first, whenever it came.",
      steps: [MAKE, HEAVY, FIRST],
    },
    { quote: "Teas are free.", shows: "No price.", steps: [FIRST] },
  ].map(asAnswered),
});

const signal = new AbortController().signal;

Deno.test("addSecondReading() adds what a model found to the evidence of a verified system, and changes no result", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const deno = Deno.execPath();
  const report = await verifySystem(rig.dir, { deno });
  assertEquals(report.status, "verified");
  const model = scriptedModel(({ turns }) =>
    turns.length === 1 ? ANSWER : '{"claims": []}'
  );
  const read = await addSecondReading(rig.dir, report, model, { deno, signal });

  const { secondReading, ...rest } = read;
  assertEquals(rest, report);
  assertEquals(
    secondReading?.claims.map(({ id, outcome, requirements }) => [
      id,
      outcome,
      requirements,
    ]),
    [["S1", "tested", ["R1"]], ["S2", "open", ["R2"]], ["S3", "dropped", []]],
  );
  assertStringIncludes(
    secondReading?.claims[1]?.reason ?? "",
    'items.0.name is "green"',
  );
  const material = JSON.parse(model.asked[0]?.turns[0]?.text ?? "{}");
  assertEquals(
    material.tests.some((name: string) => name.startsWith("R1")),
    true,
  );
  assertEquals(material.request.split("\n").length, 2);
  // The model sees no code.
  assertEquals(JSON.stringify(model.asked).includes("HarnessComponent"), false);

  assertEquals(
    JSON.parse(await rig.read("evidence/report.json")),
    JSON.parse(JSON.stringify(read)),
  );
  assertStringIncludes(await rig.read("evidence/report.html"), 'id="S2"');
  assertStringIncludes(
    await rig.read("evidence/raw/second_reading.log"),
    '> {"name":"x","grams":1001}',
  );
  assertStringIncludes(await rig.read("evidence/raw/acceptance.log"), "R1");
  const evidence = `${rig.dir}/evidence`;
  assertEquals((await checkEvidence(rig.dir, evidence)).holds, true);

  const reused = await verifySystem(rig.dir, { deno, reuse: true });
  const before = model.asked.length;
  const again = await addSecondReading(rig.dir, reused, model, {
    deno,
    signal,
  });
  assertEquals(again.secondReading, secondReading);
  assertEquals(model.asked.length, before);
  await addSecondReading(rig.dir, reused, model, { deno, signal, fresh: true });
  assertEquals(model.asked.length, before + 2);

  await rig.write("README.md", "edited\n");
  const changed = await addSecondReading(rig.dir, reused, model, {
    deno,
    signal,
  });
  assertEquals(changed.secondReading?.state, "not_run");
  assertEquals(model.asked.length, before + 2);

  // A change elsewhere costs no call; the tests of the claims run again.
  const elsewhere = await verifySystem(rig.dir, { deno, allowEdits: true });
  const told: string[] = [];
  const kept = await addSecondReading(rig.dir, elsewhere, model, {
    deno,
    signal,
    tell: (text) => void told.push(text),
  });
  assertEquals(model.asked.length, before + 2);
  assertEquals(kept.secondReading?.calls, 0);
  assertEquals(kept.secondReading?.claims, secondReading?.claims);
  assertStringIncludes(told.join("\n"), "S1 tested");
  assertStringIncludes(
    told.join("\n"),
    "0 calls: answered by the record of scripted/double",
  );
  assertEquals((await checkEvidence(rig.dir, evidence)).holds, true);

  // What was changed in the record is not taken for the model's.
  const record = ".autocoder/model/second_reading.json";
  await rig.write(record, (await rig.read(record)).replace("1001", "1002"));
  const { secondReading: _, ...unread } = kept;
  const damaged = await addSecondReading(rig.dir, unread, model, {
    deno,
    signal,
  });
  assertEquals(damaged.secondReading?.state, "not_run");
  assertStringIncludes(
    damaged.secondReading?.reason ?? "",
    "found reply 1 to be changed",
  );
  assertEquals(model.asked.length, before + 2);
});

Deno.test("addSecondReading() asks nothing about a system that its tiers have not passed, or that nobody described", async () => {
  await using rig = await healingRig(
    BLUEPRINT.replace(/requirements:[^]*/, ""),
  );
  const model = scriptedModel(() => ANSWER);
  for (
    const [report, state, reason] of [
      [reportWith(2), "not_run", "tier 2 has not passed"],
      [reportWith(undefined), "not_run", "files have changed"],
    ] as const
  ) {
    const read = await addSecondReading(rig.dir, report, model, { signal });
    assertEquals(read.secondReading?.state, state);
    assertStringIncludes(read.secondReading?.reason ?? "", reason);
  }
  const tree = { files: 1, sha256: await rig.tree() };
  const report = { ...reportWith(undefined), tree };
  const read = await addSecondReading(rig.dir, report, model, { signal });
  assertEquals(read.secondReading?.state, "not_applicable");
  assertEquals(model.asked.length, 0);
});
