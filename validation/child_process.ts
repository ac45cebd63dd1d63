/**
 * Child processes in a process group of their own, so that none of their children stays behind.
 *
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import process from "node:process";
import { groupMembers } from "./process_group.ts";

/** Options of {@link startChild}. */
export interface ChildOptions {
  /** Where it runs. */
  readonly cwd: string;
  /** Its whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Kills it and all it started. */
  readonly signal?: AbortSignal;
  /** Takes each line of its standard output, without the line end; what it ends with is a line too. */
  readonly onLine?: (line: string) => void;
}

/** How a child ended. */
export interface ChildExit {
  /** Its exit code; when a signal ended it, null, or with an older Deno 128 and the signal's number. */
  readonly code: number | null;
  /** The signal that ended it, as far as Deno tells. */
  readonly signal: string | null;
}

/** A running child; disposing of it kills it and all it started. */
export interface Child extends AsyncDisposable {
  /** Its process id, which is its group's id too. */
  readonly pid: number;
  /** What it wrote so far. */
  readonly output: { readonly stdout: string; readonly stderr: string };
  /** Resolves when it has ended and its output is complete. */
  readonly exited: Promise<ChildExit>;
  /** Asks it to stop, as `kill PID` does. */
  terminate(): void;
  /** Kills it and everything in its group. */
  kill(): void;
  /** Lists what runs in its group, as `pid command`. */
  members(): Promise<string[]>;
}

/**
 * Starts a program.
 *
 * @throws {Deno.errors.NotFound} when there is no such program, or the system refuses to start it.
 */
export function startChild(
  program: string,
  args: readonly string[],
  options: ChildOptions,
): Child {
  options.signal?.throwIfAborted();
  // Deno 2.4 takes the arguments of its own executable for Node's and rewrites them; a shell that becomes it does not.
  const own = program === Deno.execPath();
  const [command, rest] = own
    ? ["/bin/sh", ["-c", 'exec "$0" "$@"', program, ...args]]
    : [program, [...args]];
  const child = spawn(command, rest, {
    cwd: options.cwd,
    env: { ...options.env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const pid = child.pid;
  const failed = new Promise<never>((_, reject) => {
    child.once("error", reject);
  });
  failed.catch(() => {});
  if (pid === undefined) {
    throw new Deno.errors.NotFound(
      `Cannot start "${program}": found no program that can be run`,
    );
  }
  return new DetachedChild(child, pid, failed, options);
}

class DetachedChild implements Child {
  readonly output = { stdout: "", stderr: "" };
  readonly exited: Promise<ChildExit>;
  readonly pid: number;
  #line = "";
  readonly #child: ChildProcess;
  readonly #onLine: ((line: string) => void) | undefined;

  constructor(
    child: ChildProcess,
    pid: number,
    failed: Promise<never>,
    options: ChildOptions,
  ) {
    this.pid = pid;
    this.#child = child;
    this.#onLine = options.onLine;
    this.#read(child, "stdout");
    this.#read(child, "stderr");
    const kill = () => this.kill();
    const ended = new Promise<ChildExit>((resolve) => {
      child.once("exit", (code, signal) => {
        resolve({ code, signal });
      });
    });
    const closed = new Promise<void>((resolve) => {
      child.once("close", () => resolve());
    });
    this.exited = Promise.race([ended, failed]).then(async (exit) => {
      // What it left running may hold its pipes open; then the output ends with its own end.
      if ((await this.members()).length === 0) await closed;
      options.signal?.removeEventListener("abort", kill);
      return exit;
    });
    this.exited.catch(() => {});
    options.signal?.addEventListener("abort", kill, { once: true });
  }

  terminate(): void {
    signalProcess(this.pid, "SIGTERM");
  }

  kill(): void {
    signalProcess(-this.pid, "SIGKILL");
  }

  members(): Promise<string[]> {
    return groupMembers(this.pid);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.kill();
    await this.exited.catch(() => {});
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
  }

  #read(child: ChildProcess, name: "stdout" | "stderr"): void {
    const decoder = new TextDecoder();
    const take = (text: string) => {
      if (this.output[name].length < OUTPUT_LIMIT) this.output[name] += text;
      if (name === "stdout" && this.#onLine) this.#splitLines(text);
    };
    child[name]?.on("data", (chunk: Uint8Array) => {
      take(decoder.decode(chunk, { stream: true }));
    });
    child[name]?.once("end", () => {
      take(decoder.decode());
      if (name === "stdout" && this.#line !== "") this.#splitLines("\n");
    });
  }

  #splitLines(text: string): void {
    const lines = (this.#line + text).split("\n");
    this.#line = lines.pop() ?? "";
    for (const line of lines) this.#onLine?.(line);
  }
}

function signalProcess(pid: number, signal: "SIGTERM" | "SIGKILL"): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself in the meantime.
  }
}

/** Characters kept of each stream. */
const OUTPUT_LIMIT = 4 * 1024 * 1024;
