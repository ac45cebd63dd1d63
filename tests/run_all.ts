/**
 * Everything that decides: runs each part of the tests and sums them up.
 *
 * Each part is a task of its own (`deno task test:unit`); this one runs them all and goes on after a
 * failure, so that one run tells everything.
 *
 * @module
 */

import { startPostgresServer } from "../templates/kit/postgres_server.ts";

/** The parts that go first, one by one: what is told soonest, and what looks at one process closely. */
const FIRST = [
  "test:fresh",
  "test:fmt",
  "test:lint",
  "test:check",
  "test:docs",
  "test:harness",
  "test:processes",
  "test:browser",
];

/** The parts after them, in two rows side by side: many of them wait for processes, and leave a core idle alone. */
const ROWS = [
  ["test:unit", "test:authoring", "test:examples", "test:publish"],
  [
    "test:system",
    "test:systems",
    "test:openapi",
    "test:golden",
    "test:golden-quality",
    "test:doctests",
  ],
];

interface PartResult {
  readonly part: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  readonly ignored: number;
}

/** One PostgreSQL server serves all parts; where there is none, they skip what needs it. */
async function runParts(): Promise<PartResult[]> {
  const server = await startPostgresServer();
  if ("missing" in server) {
    print(`Tests that need PostgreSQL will be skipped: ${server.missing}\n`);
  }
  const env: Record<string, string> = "missing" in server
    ? {}
    : { TEST_DATABASE_URL: server.url };
  try {
    const first = await runRow(FIRST, env, print);
    const rows = await Promise.all(
      // The words of one row at a time: each part of the second is told when it has ended.
      ROWS.map((row, index) =>
        runRow(row, env, index === 0 ? print : undefined)
      ),
    );
    return [...first, ...rows.flat()];
  } finally {
    if (!("missing" in server)) await server[Symbol.asyncDispose]();
  }
}

/** Runs parts one after another; what they say is told as it comes, or at the end of each. */
async function runRow(
  parts: readonly string[],
  env: Readonly<Record<string, string>>,
  tell?: (text: string) => void,
): Promise<PartResult[]> {
  const results: PartResult[] = [];
  for (const part of parts) results.push(await runPart(part, env, tell));
  return results;
}

async function runPart(
  part: string,
  env: Readonly<Record<string, string>>,
  tell?: (text: string) => void,
): Promise<PartResult> {
  const head = `\n── ${part}\n`;
  tell?.(head);
  const start = performance.now();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", part],
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1", ...env },
  }).spawn();
  let said = "";
  const read = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    let text = "";
    for await (const chunk of stream.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      said += chunk;
      tell?.(chunk);
    }
    return text;
  };
  const [output] = await Promise.all([read(child.stdout), read(child.stderr)]);
  const { success } = await child.status;
  if (!tell) print(head + said);
  return {
    part,
    ok: success,
    seconds: (performance.now() - start) / 1000,
    ...counts(output, success),
  };
}

/** Reads the counts that `deno test` closes with; a part without tests counts as one. */
function counts(
  output: string,
  success: boolean,
): Pick<PartResult, "passed" | "failed" | "ignored"> {
  const lines = [
    ...output.matchAll(
      /^(?:ok|FAILED) \| (\d+) passed.*?\| (\d+) failed(?: \| (\d+) ignored)?/gm,
    ),
  ];
  if (lines.length === 0) {
    return { passed: success ? 1 : 0, failed: success ? 0 : 1, ignored: 0 };
  }
  const sum = (group: number) =>
    lines.reduce((total, line) => total + Number(line[group] ?? 0), 0);
  // A part that dies without counting a failure has failed all the same.
  return {
    passed: sum(1),
    failed: Math.max(sum(2), success ? 0 : 1),
    ignored: sum(3),
  };
}

function print(text: string): void {
  let rest = new TextEncoder().encode(text);
  // A pipe may take less than it is given.
  while (rest.length > 0) rest = rest.subarray(Deno.stdout.writeSync(rest));
}

if (import.meta.main) {
  const results = await runParts();
  print("\n");
  for (const { part, ok, seconds, passed, failed, ignored } of results) {
    const skipped = ignored > 0 ? `, ${ignored} skipped` : "";
    print(
      `${ok ? "ok  " : "FAIL"} ${part.padEnd(20)} ${
        seconds.toFixed(1).padStart(6)
      } s  ${passed} passed, ${failed} failed${skipped}\n`,
    );
  }
  const total = (key: "passed" | "failed" | "ignored") =>
    results.reduce((sum, result) => sum + result[key], 0);
  print(
    `\n${total("passed")} passed, ${total("failed")} failed, ${
      total("ignored")
    } skipped\n`,
  );
  Deno.exit(results.every(({ ok }) => ok) ? 0 : 1);
}
