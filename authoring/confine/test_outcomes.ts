/**
 * Runs one file of a system's tests, all of them, and tells how each ended.
 *
 * @module
 */
import type { Workbench } from "../../validation/workbench.ts";

/** How a test ended; one that is skipped proves nothing. */
export interface TestOutcome {
  /** Its name. */
  readonly name: string;
  /** How it ended. */
  readonly state: "passed" | "failed" | "skipped";
}

/** How a file of tests ended. */
export interface FileOutcome {
  /** Stopped: it took too long. Failed: a test failed, or the file could not be loaded. */
  readonly state: "passed" | "failed" | "stopped";
  /** Each test that ended, in the order of the file. */
  readonly tests: readonly TestOutcome[];
  /** Milliseconds from start to end. */
  readonly ms: number;
  /** All that it said. */
  readonly output: string;
}

/** Runs a file under the permissions of the system's own tests. */
export async function testOutcomes(
  bench: Workbench,
  options: {
    readonly cwd: string;
    readonly file: string;
    readonly limitMs: number;
    readonly signal: AbortSignal;
  },
): Promise<FileOutcome> {
  const { cwd, file, limitMs, signal } = options;
  const start = performance.now();
  await using child = await bench.start(
    ["task", "test", "--no-check", "--reporter=tap", MEMORY, file],
    { cwd, env: { DENO_JOBS: "1" } },
  );
  let stopped = false;
  const timer = setTimeout(() => {
    stopped = true;
    child.kill();
  }, limitMs);
  const { code } = await child.exited.finally(() => clearTimeout(timer));
  signal.throwIfAborted();
  const ms = performance.now() - start;
  const { stdout, stderr } = child.output;
  const state = stopped ? "stopped" : code === 0 ? "passed" : "failed";
  return { state, tests: outcomesIn(stdout), ms, output: stdout + stderr };
}

/** Reads TAP: a line for each test, those of its steps indented. */
function outcomesIn(tap: string): TestOutcome[] {
  return Array.from(tap.matchAll(RESULT), ([, not, name = "", skipped]) => ({
    name: name.replace(/\\(.)/g, "$1"),
    state: skipped ? "skipped" : not ? "failed" : "passed",
  }));
}

const RESULT = /^(not )?ok \d+ - (.*?)( # SKIP)?$/gm;

/** What a mutant may fill with an endless list before it counts as failed, in megabytes. */
const MEMORY = "--v8-flags=--max-old-space-size=512";
