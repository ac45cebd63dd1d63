/**
 * Runs tests of a system, and finds the one that does not end: a body that a model wrote may not.
 *
 * @module
 */
import { startChild } from "../../validation/child_process.ts";
import { denoEnvironment, type DenoRunOptions } from "./run_deno.ts";

/** How long is waited. */
export interface TestLimits {
  /** Milliseconds until a file is loaded; side by side, until the next test has ended. @default 60000 */
  readonly loadMs: number;
  /** Milliseconds for one test, at least. @default 15000 */
  readonly leastMs: number;
  /** Milliseconds for one test, at most. @default 60000 */
  readonly mostMs: number;
}

/** How tests are run. */
export interface RunTestsOptions extends Omit<DenoRunOptions, "limitMs"> {
  /** Whether files run side by side, so that nothing but silence tells of a test without an end. @default false */
  readonly sideBySide?: boolean;
  /** How long is waited. */
  readonly limits?: Partial<TestLimits>;
}

/** A test that did not end. */
export interface StuckTest {
  /** Its file; undefined where none was loaded in time. */
  readonly file?: string;
  /** Its name. */
  readonly name?: string;
  /** Milliseconds that were waited for it. */
  readonly limitMs: number;
}

/** How tests ended. */
export interface TestsRun {
  /** The exit code; null where they were killed. */
  readonly code: number | null;
  /** What they said. */
  readonly stdout: string;
  /** What they said of mistakes. */
  readonly stderr: string;
  /** The one for which they were killed, with all that they had started. */
  readonly stuck?: StuckTest;
}

/**
 * Runs `deno` with arguments that run tests, file by file, and ends it when a test does not. What a test may take counts from
 * where its file is loaded, and grows with how long that took the first time: where the machine is slow or busy, it was then.
 *
 * @throws whatever the signal was aborted with.
 */
export async function runTests(
  args: readonly string[],
  { deno, cwd, env = {}, signal, sideBySide, limits }: RunTestsOptions,
): Promise<TestsRun> {
  const progress = new TestProgress({ ...LIMITS, ...limits });
  const late = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => late.abort(), progress.limitMs);
  };
  wait();
  try {
    await using child = startChild(deno, args, {
      cwd,
      env: {
        ...denoEnvironment(),
        ...env,
        NO_COLOR: "1",
        // One file after the other: only so Deno says where it is.
        ...(sideBySide ? {} : { DENO_JOBS: "1" }),
      },
      signal: AbortSignal.any([signal, late.signal]),
      onLine: (line) => {
        // What it was at when it was killed is no line that has ended.
        if (late.signal.aborted) return;
        progress.take(line);
        wait();
      },
    });
    const { code } = await child.exited;
    signal.throwIfAborted();
    const { output } = child;
    return late.signal.aborted
      ? { code: null, ...output, stuck: progress.stuck(output.stdout) }
      : { code, ...output };
  } finally {
    clearTimeout(timer);
  }
}

/** How far tests are, by what Deno says line by line. */
class TestProgress {
  readonly #limits: TestLimits;
  readonly #start = performance.now();
  #file: string | undefined;
  #left = 0;
  #testMs: number | undefined;

  constructor(limits: TestLimits) {
    this.#limits = limits;
  }

  /** How long the next line may take: a test, or a file that is loaded. */
  get limitMs(): number {
    const { loadMs } = this.#limits;
    return this.#left > 0 ? this.#testMs ?? loadMs : loadMs;
  }

  take(line: string): void {
    const [, count, file] = LOADED.exec(line) ?? [];
    if (file !== undefined) {
      const { leastMs, mostMs } = this.#limits;
      const slowness = SLACK * (performance.now() - this.#start);
      this.#testMs ??= Math.min(mostMs, Math.max(leastMs, slowness));
      this.#left = Number(count);
      this.#file = file.replace(/^\.\//, "");
    } else if (ENDED.test(line)) this.#left--;
  }

  /** What was waited for: Deno names a test when it begins, on a line that ends with it. */
  stuck(stdout: string): StuckTest {
    const limitMs = this.limitMs;
    if (this.#left <= 0 || this.#file === undefined) return { limitMs };
    const [, name] = BEGUN.exec(stdout) ?? [];
    return {
      file: this.#file,
      ...(name === undefined ? {} : { name }),
      limitMs,
    };
  }
}

const LOADED = /^running (\d+) tests? from (\S+)$/;
const ENDED = /^\S.* \.\.\. (?:ok|FAILED|ignored)(?: |$)/;
const BEGUN = /(?:^|\n)(\S[^\n]*) \.\.\.[^\n]*$/;

/** How many times as long as it takes to start Deno and load the first file a test may take: one of a pure function takes a hundredth. */
const SLACK = 20;

const LIMITS: TestLimits = { loadMs: 60_000, leastMs: 15_000, mostMs: 60_000 };
