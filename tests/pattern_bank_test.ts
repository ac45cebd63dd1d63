import { assert, assertEquals } from "@std/assert";
import { bodyOf } from "../authoring/confine/body_of.ts";
import type { Pattern } from "../authoring/patterns/pattern.ts";
import { PatternBank } from "../authoring/patterns/pattern_bank.ts";
import { promptPattern } from "../authoring/patterns/prompt_pattern.ts";
import {
  type BankSystem,
  bankSystem,
} from "../authoring/patterns/testdata/bank_system.ts";
import { runDeno } from "../authoring/patterns/testdata/run_deno.ts";
import { runMutants } from "../authoring/patterns/testdata/run_mutants.ts";

const { patterns } = await PatternBank.open();

const groups: readonly (readonly [string, readonly Pattern[]])[] = [
  ["without users", patterns.filter(({ blueprint }) => !blueprint.users)],
  ["with users", patterns.filter(({ blueprint }) => blueprint.users)],
];

for (const [title, group] of groups) {
  Deno.test(`the patterns ${title} pass every check in a generated system`, async (test) => {
    await using system = await bankSystem(group);
    const paths = system.units
      .flatMap(({ file, testFile }) => [file, testFile]);

    await test.step("as answers of a model", () => checkAnswers(group, system));
    for (const args of [["fmt", "--check"], ["lint"], ["check"]]) {
      await test.step(`deno ${args.join(" ")}`, async () => {
        const run = await runDeno([...args, ...paths], system.dir);
        assertEquals(run.code, 0, run.stdout + run.stderr);
      });
    }
    await test.step("deno test", async () => {
      const args = ["task", "-q", "test", "--no-check", "tests/authored"];
      const run = await runDeno(args, system.dir);
      assertEquals(run.code, 0, run.stdout + run.stderr);
    });
    await test.step("their tests notice mutants of them", async () => {
      for (const run of await runMutants(system)) {
        const { unit: { id }, mutants, survived, idle } = run;
        const share = 1 - survived.length / mutants;
        assert(share >= 0.8, `${id} ${share}: ${survived.join("; ")}`);
        assertEquals(idle, [], `tests of ${id} that notice no mutant`);
      }
    });
  });
}

/** A pattern shows what is wanted of a model: a function with the head of its unit, and tests that import what they may. */
async function checkAnswers(
  group: readonly Pattern[],
  { units }: BankSystem,
): Promise<void> {
  for (const pattern of group) {
    const unit = units.find(({ id }) => id === pattern.unit);
    assert(unit, pattern.name);
    const { code, test } = promptPattern(pattern);
    const taken = await bodyOf(code, unit);
    assert("body" in taken, `${pattern.name}: ${JSON.stringify(taken)}`);
    assertEquals(taken.body.trim(), pattern.body.trim());
    const imports = [...test.matchAll(/from "([^"]+)"/g)].map(([, one]) => one);
    for (const one of imports) {
      assert(unit.testImports.includes(`${one}`), `${pattern.name}: ${one}`);
    }
  }
}
