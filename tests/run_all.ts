/**
 * Everything that decides: runs each part of the tests and sums them up.
 *
 * Each part is a task of its own (`deno task test:unit`); this one runs them all, in order, and goes
 * on after a failure, so that one run tells everything.
 *
 * @module
 */

import { startPostgresServer } from "../templates/kit/postgres_server.ts";

/** The parts, as tasks of deno.json. */
const PARTS = [
  "test:fresh",
  "test:fmt",
  "test:lint",
  "test:check",
  "test:docs",
  "test:harness",
  "test:processes",
  "test:browser",
  "test:unit",
  "test:doctests",
  "test:golden",
  "test:golden-quality",
  "test:system",
  "test:authoring",
  "test:examples",
  "test:systems",
  "test:openapi",
  "test:publish",
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
    const results: PartResult[] = [];
    for (const part of PARTS) results.push(await runPart(part, env));
    return results;
  } finally {
    if (!("missing" in server)) await server[Symbol.asyncDispose]();
  }
}

async function runPart(
  part: string,
  env: Readonly<Record<string, string>>,
): Promise<PartResult> {
  print(`\n── ${part}\n`);
  const start = performance.now();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", part],
    stdout: "piped",
    stderr: "inherit",
    env: { NO_COLOR: "1", ...env },
  }).spawn();
  let output = "";
  for await (const chunk of child.stdout.pipeThrough(new TextDecoderStream())) {
    output += chunk;
    print(chunk);
  }
  const { success } = await child.status;
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
  Deno.stdout.writeSync(new TextEncoder().encode(text));
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
