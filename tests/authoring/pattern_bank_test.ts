import { assert, assertEquals } from "@std/assert";
import { NO_USAGE } from "../../authoring/language_model.ts";
import type { Pattern } from "../../authoring/patterns/pattern.ts";
import { PatternBank } from "../../authoring/patterns/pattern_bank.ts";
import { promptPattern } from "../../authoring/patterns/prompt_pattern.ts";
import {
  type BankSystem,
  bankSystem,
  denoIn,
} from "../../authoring/patterns/testdata/bank_system.ts";
import { runMutants } from "../../authoring/patterns/testdata/run_mutants.ts";
import { functionFile } from "../../authoring/units/authored_unit.ts";
import { readAttempt } from "../../authoring/units/read_attempt.ts";

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
        const run = await denoIn(system.dir, [...args, ...paths]);
        assertEquals(run.code, 0, run.stdout + run.stderr);
      });
    }
    await test.step("deno test", async () => {
      const args = ["task", "-q", "test", "--no-check", "tests/authored"];
      const run = await denoIn(system.dir, args);
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

/** A pattern shows what is wanted of a model: as an answer, it is taken apart and scanned without a fault. */
async function checkAnswers(
  group: readonly Pattern[],
  { units }: BankSystem,
): Promise<void> {
  for (const pattern of group) {
    const unit = units.find(({ id }) => id === pattern.unit);
    assert(unit, pattern.name);
    const { code, test } = promptPattern(pattern);
    const files = [[functionFile(unit), code], [unit.testFile, test]];
    const { attempt, faults } = await readAttempt({
      text: files.map(([file, text]) =>
        `\`\`\`ts file=${file}\n${text}\`\`\`\n`
      ).join("\n"),
      finish: "done",
      usage: NO_USAGE,
      attempts: 1,
      ms: 0,
    }, unit);
    assertEquals(faults, [], pattern.name);
    assertEquals(attempt?.body?.trim(), pattern.body.trim());
    assertEquals(attempt?.files, { [unit.testFile]: test });
  }
}
