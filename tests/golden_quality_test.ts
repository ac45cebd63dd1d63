import { assertEquals } from "@std/assert";
import { writeSystem } from "../generator/output/write_system.ts";
import { generateCase, goldenCases } from "./golden.ts";

for (const testCase of await goldenCases()) {
  Deno.test(`golden system "${testCase.name}" passes fmt, lint, check, doc lint and its own tests`, async (t) => {
    const parent = await Deno.makeTempDir();
    try {
      const folder = await writeSystem(
        `${parent}/${testCase.name}`,
        await generateCase(testCase),
      );
      for (const args of QUALITY) {
        await t.step(
          args.join(" "),
          async () => assertEquals(await run(args, folder), ""),
        );
      }
    } finally {
      await Deno.remove(parent, { recursive: true });
    }
  });
}

/** Runs deno in a folder; returns what it said when it failed, else nothing. */
async function run(args: readonly string[], cwd: string): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd,
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  return success ? "" : decoder.decode(stdout) + decoder.decode(stderr);
}

const QUALITY = [
  ["fmt", "--check"],
  ["lint"],
  ["check", "main.ts", "tests"],
  ["doc", "--lint", "main.ts"],
  ["task", "test"],
];
