import { assert, assertEquals, assertMatch } from "@std/assert";

/**
 * The examples of the harness, as processes of their own: by the command in their header, with the
 * permissions that stand there and no others.
 */
const ROOT = new URL("../", import.meta.url);
const FOLDER = new URL("examples/harness/", ROOT);
const EXAMPLES = [
  "end_to_end_demo.ts",
  "lifecycle_demo.ts",
  "message_types_demo.ts",
  "pipeline_demo.ts",
];

for (const example of EXAMPLES) {
  Deno.test(`${example} runs as its header says, and all of its checks hold`, async () => {
    const { code, output } = await run(await commandOf(example));
    assertEquals(code, 0, output);
    const [, holding, all] = /(\d+) of (\d+) checks hold\n$/.exec(output) ?? [];
    assert(Number(all) > 0, output);
    assertEquals(holding, all);
  });

  Deno.test(`${example} needs each permission of its header`, async () => {
    const args = await commandOf(example);
    const flags = args.filter((arg) => arg.startsWith("--allow"));
    for (const flag of flags) {
      const { code, output } = await run(args.filter((arg) => arg !== flag));
      assertEquals(code, 1, `${flag} is not needed: ${output}`);
    }
    assert(!args.includes("-A"), "the header allows everything");
  });
}

Deno.test("the tests of testing/ pass as their header says", async () => {
  const test = "testing/quote_desk_test.ts";
  const { code, output } = await run(await commandOf(test));
  assertEquals(code, 0, output);
  assertMatch(output, /ok \| [1-9]\d* passed \| 0 failed/);
});

Deno.test("every example of the harness is run here", async () => {
  const found = await Array.fromAsync(Deno.readDir(FOLDER), ({ name }) => name);
  assertEquals(
    found.filter((name) => name.endsWith("_demo.ts")).toSorted(),
    EXAMPLES,
  );
});

Deno.test("pipeline_demo.ts prints the same every time", async () => {
  const args = await commandOf("pipeline_demo.ts");
  const first = await run(args);
  const second = await run(args); // not at the same time: it has a file
  assertEquals(second.output, first.output);
});

Deno.test("end_to_end_demo.ts serves until SIGTERM, then ends with 0", async () => {
  const args = [...await commandOf("end_to_end_demo.ts"), "--stay"];
  await using child = start(args);
  const text = child.stdout.pipeThrough(new TextDecoderStream()).values();
  const { value: line } = await text.next();
  const url = /http:\/\/\S+/.exec(line ?? "")?.[0];
  const answer = await fetch(`${url}/notes`, { method: "POST", body: "hello" });
  assertEquals(await answer.json(), { id: "n1", text: "hello" });
  child.kill("SIGTERM");
  let output = "";
  for await (const piece of text) output += piece;
  assertMatch(output, /ok {3}stopped: \["gateway","store"\]/);
  assertEquals((await child.status).code, 0);
});

async function commandOf(example: string): Promise<readonly string[]> {
  const source = await Deno.readTextFile(new URL(example, FOLDER));
  const [, command] = /^ \* {5}deno ((?:run|test) .*)$/m.exec(source) ?? [];
  assert(command, `${example} has no command in its header`);
  const [subcommand = "", ...args] = command.split(" ");
  assertEquals(args.at(-1), `examples/harness/${example}`);
  return [subcommand, "--quiet", "--no-prompt", ...args];
}

function start(args: readonly string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: ROOT,
    stdout: "piped",
    stderr: "inherit",
    env: { NO_COLOR: "1" },
    signal: AbortSignal.timeout(60_000),
  }).spawn();
}

async function run(
  args: readonly string[],
): Promise<{ readonly code: number; readonly output: string }> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
    signal: AbortSignal.timeout(60_000),
  }).output();
  const decoder = new TextDecoder();
  return { code, output: decoder.decode(stdout) + decoder.decode(stderr) };
}
