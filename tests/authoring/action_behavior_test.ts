import { assert, assertEquals } from "@std/assert";
import { block } from "./crate_depot.ts";
import { runGenerate } from "./run_generate.ts";
import { type PlayedScenario, playScenario } from "./scenario.ts";

const BLUEPRINT = `schema: autocoder/v1
system: crate_depot
description: Crates that are sealed before they leave.
store: { engine: memory }
entities:
  crate:
    fields:
      label: { type: string, required: true, maxLength: 40 }
      weight: { type: integer, required: true, min: 1, max: 500 }
      seals: { type: integer, readOnly: true, default: 0 }
      sealed: { type: boolean, default: false }
    actions:
      seal:
        set: { sealed: true }
        behavior: A crate of more than 20 kg takes two seals, any other one; above 400 kg none will hold.
        examples:
          - { given: { weight: 400 }, refuses: false }
          - { given: { weight: 401 }, refuses: true }
`;

const TESTS = `import assert from "node:assert/strict";
import { applySeal } from "../../logic/crate_logic.ts";
import type { Crate } from "../../models/crate.ts";

function seal(weight: number) {
  const before: Crate = {
    id: "01890a5d-ac96-774b-bcce-b302099a8057",
    createdAt: "2030-01-01T00:00:00.000Z",
    updatedAt: "2030-01-01T00:00:00.000Z",
    label: "Glass",
    weight,
    seals: 0,
    sealed: false,
  };
  const now = "2030-01-01T00:00:00.000Z";
  return applySeal({ ...before, sealed: true }, { operation: "seal", now, before });
}

Deno.test("a crate of up to 20 kg takes one seal", () => {
  assert.deepEqual(seal(20), { seals: 1 });
});

Deno.test("a heavier one takes two", () => {
  assert.deepEqual(seal(21), { seals: 2 });
  assert.deepEqual(seal(400), { seals: 2 });
});

Deno.test("no seal holds above 400 kg", () => {
  assert.equal(seal(401), "No seal holds a crate of more than 400 kg.");
});
`;

function answer(body: string): string {
  const head =
    "export function applySeal(crate: Crate, context: ChangeContext<Crate>): BeforeAnswer<CrateChange>";
  return block("crate_seal_action.ts", `${head} {\n${body}\n}`) +
    block("tests/authored/crate_seal_action_test.ts", TESTS);
}

const RIGHT = `  if (crate.weight > 400) {
    return "No seal holds a crate of more than 400 kg.";
  }
  return { seals: crate.weight > 20 ? 2 : 1 };`;

Deno.test("a model writes what an action does beside what it sets; it is repaired, verified, and comes again without a model", async () => {
  const played = await playScenario({
    title: "the logic of an action",
    blueprint: BLUEPRINT,
    script: [answer(RIGHT.replace("seals:", "holds:")), answer(RIGHT)],
    code: 0,
    requests: 2,
    rounds: 2,
    tells: "holds",
    options: { args: [] },
    also: comesAgain,
  });
  assertEquals(played.run.report?.verification?.status, "verified");
});

async function comesAgain({ out }: PlayedScenario): Promise<void> {
  const logic = await Deno.readTextFile(`${out}/logic/crate_logic.ts`);
  assert(logic.includes("actions: { seal: applySeal }"), logic);
  const again = await runGenerate({
    blueprint: `${out}/blueprint.yaml`,
    out: `${out}-again`,
  });
  assertEquals(again.code, 0, again.stderr);
  assertEquals(
    await Deno.readTextFile(`${out}-again/logic/crate_logic.ts`),
    logic,
  );
}
