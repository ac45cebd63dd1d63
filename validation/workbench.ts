/**
 * Runs tools on a system: a few at a time, in a copy where they might write, with their raw output kept.
 *
 * @module
 */
import { basename, dirname, join } from "node:path";
import { type Child, startChild } from "./child_process.ts";
import { copySystem } from "./copy_system.ts";
import type { TestRun } from "./test_run.ts";

/** How a tool ended. */
export interface ToolRun {
  /** Its exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds it ran, without its wait for a turn. */
  readonly ms: number;
}

/** Options of a {@link Workbench}. */
export interface WorkbenchOptions {
  /** The system's folder. */
  readonly dir: string;
  /** Deno's executable. */
  readonly deno: string;
  /** Kills whatever runs. */
  readonly signal: AbortSignal;
  /** Settings for everything that runs. @default none */
  readonly env?: Readonly<Record<string, string>>;
  /** Tools that run at the same time. @default 2 */
  readonly turns?: number;
}

/** A place to run tools in; disposing of it removes its temporary folder. */
export class Workbench implements AsyncDisposable {
  /** Raw outputs by file name, in the order in which they began. */
  readonly logs: Map<string, string> = new Map();
  /** What the runs of tests gave, by the name of the run. */
  readonly testRuns: Map<string, TestRun> = new Map();
  /** The system's test files that a check has run, by their paths in it. */
  readonly tested: Set<string> = new Set();
  readonly #options: WorkbenchOptions;
  readonly #waiting: (() => void)[] = [];
  #turns: number;
  #folder: Promise<string> | undefined;
  #copy: Promise<string> | undefined;

  /** Takes the system; nothing runs yet. */
  constructor(options: WorkbenchOptions) {
    this.#options = options;
    this.#turns = options.turns ?? 2;
  }

  /** Runs `deno` with these arguments in a folder, keeps its output as `log` and resolves when it has ended. */
  async run(
    args: readonly string[],
    options: { readonly cwd: string; readonly log: string },
  ): Promise<ToolRun> {
    await this.#takeTurn();
    try {
      const start = performance.now();
      await using child = await this.start(args, options);
      const { code } = await child.exited;
      this.#options.signal.throwIfAborted();
      const ms = performance.now() - start;
      const { stdout, stderr } = child.output;
      this.log(
        options.log,
        `${
          heading(args)
        }${stdout}${stderr}exit ${code} after ${ms.toFixed()} ms`,
      );
      return { code, stdout, stderr, ms };
    } finally {
      this.#endTurn();
    }
  }

  /** Starts `deno` with these arguments and leaves it running. */
  async start(
    args: readonly string[],
    options: {
      readonly cwd: string;
      readonly env?: Readonly<Record<string, string>>;
      readonly onLine?: (line: string) => void;
    },
  ): Promise<Child> {
    const { deno, signal } = this.#options;
    return startChild(deno, args, {
      cwd: options.cwd,
      env: { ...await this.#environment(), ...options.env },
      signal,
      onLine: options.onLine,
    });
  }

  /** Adds to a raw output. */
  log(name: string, text: string): void {
    const before = this.logs.get(name);
    this.logs.set(name, `${before ?? ""}${text.trimEnd()}\n`);
  }

  /** Makes a file name in the temporary folder. */
  async temporary(name: string): Promise<string> {
    return join(await this.#temporaryFolder(), name);
  }

  /** Copies the system, without its data and evidence, on first use; whatever executes its code runs there. */
  copy(): Promise<string> {
    this.#copy ??= this.temporary("system").then(async (target) => {
      await copySystem(this.#options.dir, target);
      return target;
    });
    return this.#copy;
  }

  /** Removes the temporary folder. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#folder) return;
    await this.#copy?.catch(() => {});
    const folder = await this.#folder.catch(() => undefined);
    if (folder) await Deno.remove(folder, { recursive: true });
  }

  #temporaryFolder(): Promise<string> {
    this.#folder ??= Deno.makeTempDir({ prefix: "autocoder-verify-" })
      // macOS hands out a link; permissions are granted by real paths.
      .then((folder) => Deno.realPath(folder));
    return this.#folder;
  }

  /** The user's environment without what would change the system's settings, and with this Deno first on the PATH. */
  async #environment(): Promise<Record<string, string>> {
    const env = Deno.env.toObject();
    for (const name of [...SETTINGS, ...KEYS]) delete env[name];
    const { deno } = this.#options;
    const bin = basename(deno) === "deno" ? dirname(deno) : await this.#link();
    return {
      ...env,
      ...this.#options.env,
      NO_COLOR: "1",
      DENO_NO_UPDATE_CHECK: "1",
      PATH: `${bin}:${env.PATH ?? ""}`,
    };
  }

  async #link(): Promise<string> {
    const folder = await this.temporary("bin");
    await Deno.mkdir(folder, { recursive: true });
    await Deno.symlink(this.#options.deno, join(folder, "deno"))
      .catch((error) => {
        if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
      });
    return folder;
  }

  async #takeTurn(): Promise<void> {
    if (this.#turns > 0) {
      this.#turns--;
      return;
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #endTurn(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#turns++;
  }
}

function heading(args: readonly string[]): string {
  return `$ deno ${args.join(" ")}\n`;
}

/** Keys of language models: nothing that a system runs has any use for them. */
const KEYS = ["ANTHROPIC_API_KEY", "OPENAI_API_KEY", "AUTOCODER_API_KEY"];

/** Settings of generated systems that a user's shell may have for other reasons. */
const SETTINGS = [
  "PORT",
  "HOST",
  "LOG_LEVEL",
  "DATABASE_PATH",
  "DATABASE_URL",
  "DATABASE_CONNECTIONS",
  "PGAPPNAME",
  "PGTARGETSESSIONATTRS",
  "DENO_JOBS",
  "RUST_BACKTRACE",
];
