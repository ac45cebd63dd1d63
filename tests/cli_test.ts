import { assertEquals } from "@std/assert";
import { main } from "../cli.ts";
import type { Console } from "../cli/console.ts";

/**
 * Each folder of tests/cli/ is one call: `case.json` has the arguments and the exit code, `stdout.txt`
 * and `stderr.txt` what it prints. `{case}` in an argument stands for the folder. UPDATE=1 rewrites.
 */
const CASES = new URL("cli/", import.meta.url);

interface CliCase {
  readonly args: readonly string[];
  readonly code: number;
}

for await (const entry of Deno.readDir(CASES)) {
  if (entry.isDirectory) {
    Deno.test(`cli case "${entry.name}"`, () => checkCase(entry.name));
  }
}

async function checkCase(name: string): Promise<void> {
  const folder = new URL(`${name}/`, CASES);
  const { args, code }: CliCase = JSON.parse(
    await Deno.readTextFile(new URL("case.json", folder)),
  );
  const printed = { out: "", err: "" };
  const console: Console = {
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    isTerminal: false,
    confirm: () => undefined,
  };
  const actual = await main(
    args.map((arg) => arg.replace("{case}", `tests/cli/${name}`)),
    console,
  );
  for (
    const [file, text] of [["stdout.txt", printed.out], [
      "stderr.txt",
      printed.err,
    ]] as const
  ) {
    const url = new URL(file, folder);
    if (Deno.env.get("UPDATE")) await Deno.writeTextFile(url, text);
    assertEquals(text, await Deno.readTextFile(url));
  }
  assertEquals(actual, code);
}
