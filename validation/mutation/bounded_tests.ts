/**
 * Runs some tests of a system as one module, stops at the first that fails, and waits no longer than they should take.
 *
 * @module
 */
import { join } from "node:path";
import type { Workbench } from "../workbench.ts";

/** How long tests may take, in milliseconds. */
export interface TestTime {
  /** From the start to the end. */
  readonly whole: number;
  /** Between two lines of output, each test being one. */
  readonly silence: number;
}

/** How a run of tests ended. */
export interface BoundedRun {
  /** Stopped: it took too long. */
  readonly state: "passed" | "failed" | "stopped";
  /** The first test that failed, or the first line of what it said. */
  readonly failed?: string;
  /** What it took. */
  readonly time: TestTime;
  /** All that it said. */
  readonly output: string;
}

/** Runs tests in a copy of the system. In one module they load the system once, not once a file: four times as fast. */
export async function runBounded(
  bench: Workbench,
  options: {
    readonly cwd: string;
    readonly tests: readonly string[];
    readonly limit: TestTime;
    readonly signal: AbortSignal;
  },
): Promise<BoundedRun> {
  const { cwd, tests, limit, signal } = options;
  const imports = tests.map((path) =>
    `import ${JSON.stringify(`./${path.replace(/^tests\//, "")}`)};\n`
  );
  await Deno.writeTextFile(join(cwd, ENTRY), imports.join(""));
  const start = performance.now();
  let [last, silence, stopped] = [start, 0, false];
  const heard = () => {
    const now = performance.now();
    silence = Math.max(silence, now - last);
    last = now;
  };
  await using child = await bench.start(
    ["task", "test", "--no-check", "--fail-fast", MEMORY, ENTRY],
    // One module has no use for more, and with more than one Deno names the file in each line.
    { cwd, env: { DENO_JOBS: "1" }, onLine: heard },
  );
  const watch = setInterval(() => {
    const now = performance.now();
    if (now - start < limit.whole && now - last < limit.silence) return;
    stopped = true;
    child.kill();
  }, LOOK_MS);
  const { code } = await child.exited.finally(() => clearInterval(watch));
  signal.throwIfAborted();
  heard();
  const time = { whole: last - start, silence };
  const output = `${child.output.stdout}${child.output.stderr}`;
  if (stopped) return { state: "stopped", time, output };
  if (code === 0) return { state: "passed", time, output };
  return { state: "failed", failed: firstFailed(output), time, output };
}

function firstFailed(output: string): string {
  const test = /^(.+?) \.\.\. .*FAILED/m.exec(output)?.[1];
  const error = /^(?:error\b|.*\(uncaught error\)).*$/im.exec(output)?.[0];
  return (test ?? error ?? "the run broke off").trim();
}

const ENTRY = "tests/mutation_entry.ts";

/** What a mutant may fill with an endless list before it counts as failed, in megabytes. */
const MEMORY = "--v8-flags=--max-old-space-size=1024";

const LOOK_MS = 100;
