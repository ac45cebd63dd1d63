import { assertEquals, assertRejects } from "@std/assert";
import { PatternError } from "./read_pattern.ts";
import { SAMPLE_PATTERN } from "./testdata/sample_pattern.ts";
import { keepPattern, PatternExists, readUserBank } from "./user_bank.ts";

Deno.test("keepPattern() adds a pattern that readUserBank() reads", () =>
  withFolder(async (folder) => {
    const bank = `${folder}/mine`;
    assertEquals(await keepPattern(bank, SAMPLE_PATTERN), "added");
    await Deno.writeTextFile(`${bank}/notes.txt`, "no pattern");
    await Deno.mkdir(`${bank}/old.yaml`);
    assertEquals(await readUserBank(bank), [SAMPLE_PATTERN]);
  }));

Deno.test("keepPattern() overwrites nothing in silence", () =>
  withFolder(async (folder) => {
    const other = { ...SAMPLE_PATTERN, behavior: "Something else." };
    await keepPattern(folder, SAMPLE_PATTERN);
    assertEquals(await keepPattern(folder, SAMPLE_PATTERN), "there already");
    await assertRejects(
      () => keepPattern(folder, other),
      PatternExists,
      'Cannot add the pattern "not_empty"',
    );
    assertEquals(await readUserBank(folder), [SAMPLE_PATTERN]);
    assertEquals(
      await keepPattern(folder, other, { replace: true }),
      "replaced",
    );
    assertEquals(await readUserBank(folder), [other]);
  }));

Deno.test("keepPattern() adds nothing that would break the bank", () =>
  withFolder(async (folder) => {
    const broken = [
      { ...SAMPLE_PATTERN, body: "if (" },
      { ...SAMPLE_PATTERN, name: "../elsewhere" },
      { ...SAMPLE_PATTERN, unit: "entities.lid.actions.close.guard" },
    ];
    for (const pattern of broken) {
      await assertRejects(() => keepPattern(folder, pattern), PatternError);
    }
    assertEquals(await Array.fromAsync(Deno.readDir(folder)), []);
  }));

Deno.test("readUserBank() refuses a folder that is not there, and a file that is no pattern", () =>
  withFolder(async (folder) => {
    await assertRejects(
      () => readUserBank(`${folder}/none`),
      PatternError,
      "found no folder",
    );
    await Deno.writeTextFile(`${folder}/one.yaml`, "nothing");
    await assertRejects(
      () => readUserBank(folder),
      PatternError,
      'Cannot read the pattern "one.yaml"',
    );
  }));

async function withFolder(test: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir({ prefix: "autocoder-patterns-" });
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
