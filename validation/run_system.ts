/**
 * Runs a generated system as a child process.
 *
 * @module
 */
import { stripVTControlCharacters } from "node:util";
import { type Child, type ChildExit, startChild } from "./child_process.ts";
import { GeneratedSystemError } from "./errors.ts";

/** A system that listens; disposing of it asks it to stop and, after its time, kills it and all it started. */
export interface RunningSystem extends AsyncDisposable {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** The process id of `deno task start`. */
  readonly pid: number;
  /** Resolves when it has ended. */
  readonly exited: Promise<ChildExit>;
  /** What it wrote so far: structured log lines on standard output. */
  readonly output: { readonly stdout: string; readonly stderr: string };
  /** Asks it to stop and waits; resolves with how it ended and how long it took. */
  stop(): Promise<StoppedSystem>;
}

/** How a system ended. */
export interface StoppedSystem extends ChildExit {
  /** Milliseconds from the signal to its end. */
  readonly ms: number;
  /** Whether it had to be killed. */
  readonly killed: boolean;
  /** What was still running in its process group, as `pid command`. */
  readonly leftover: readonly string[];
}

/** Options of {@link runSystem}. */
export interface RunSystemOptions {
  /** Settings to add to the environment, such as `PORT`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Kills it and all it started. */
  readonly signal?: AbortSignal;
  /** Milliseconds it may take until it listens. @default 30000, as packages may have to be fetched */
  readonly startTimeoutMs?: number;
  /** Milliseconds it may take to stop before it is killed. @default 5000 */
  readonly stopTimeoutMs?: number;
  /** Takes each line of its log. */
  readonly onLine?: (line: string) => void;
}

/**
 * Starts a system with `deno task start` and waits for its listening line.
 *
 * @param deno Deno's executable.
 * @throws {GeneratedSystemError} when it ends, or its time is up, before it listens.
 */
export function runSystem(
  dir: string,
  deno: string,
  options: RunSystemOptions = {},
): Promise<RunningSystem> {
  return awaitListening(
    options,
    (onLine) =>
      startChild(deno, ["task", "start"], {
        cwd: dir,
        env: { ...Deno.env.toObject(), ...options.env },
        signal: options.signal,
        onLine,
      }),
  );
}

/** Does what {@link runSystem} does with a child that the caller starts. */
export async function awaitListening(
  options: RunSystemOptions,
  start: (onLine: (line: string) => void) => Child | Promise<Child>,
): Promise<RunningSystem> {
  const listening = Promise.withResolvers<string>();
  const timeoutMs = options.startTimeoutMs ?? 30_000;
  const child = await start((line) => {
    const url = listeningUrl(line);
    if (url) listening.resolve(url);
    options.onLine?.(line);
  });
  const timer = setTimeout(() => {
    listening.reject(
      notStarted(child, `found no listening line within ${timeoutMs} ms`),
    );
  }, timeoutMs);
  child.exited.then(
    ({ code, signal }) =>
      listening.reject(
        notStarted(child, `it ended with ${signal ?? `exit code ${code}`}`),
      ),
    listening.reject,
  );
  try {
    return runningSystem(child, await listening.promise, options);
  } catch (error) {
    await child[Symbol.asyncDispose]();
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function runningSystem(
  child: Child,
  url: string,
  options: RunSystemOptions,
): RunningSystem {
  let stopping: Promise<StoppedSystem> | undefined;
  const stop = () =>
    stopping ??= stopChild(child, options.stopTimeoutMs ?? 5000);
  return {
    url,
    pid: child.pid,
    exited: child.exited,
    output: child.output,
    stop,
    [Symbol.asyncDispose]: async () => void await stop(),
  };
}

async function stopChild(
  child: Child,
  timeoutMs: number,
): Promise<StoppedSystem> {
  const start = performance.now();
  let killed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      killed = true;
      resolve();
    }, timeoutMs);
  });
  child.terminate();
  await Promise.race([child.exited, late]);
  clearTimeout(timer);
  const ms = performance.now() - start;
  const leftover = killed ? [] : await child.members();
  child.kill();
  return { ...await child.exited, ms, killed, leftover };
}

/** Reads where a system listens from the line that says so; undefined for every other line. */
export function listeningUrl(line: string): string | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    const entry = JSON.parse(line) as { event?: unknown; url?: unknown };
    return entry.event === "listening" && typeof entry.url === "string"
      ? entry.url
      : undefined;
  } catch {
    return undefined;
  }
}

function notStarted(child: Child, found: string): GeneratedSystemError {
  const output = `${child.output.stderr}\n${child.output.stdout}`;
  const said = stripVTControlCharacters(output).split("\n")
    .map((line) => line.trim())
    .findLast((line) => /error|cannot|refused|denied|requires/i.test(line));
  return new GeneratedSystemError(
    `Cannot start the system: ${found}${
      said ? ` ("${said.slice(0, 300)}")` : ""
    }, wanted a listening line`,
    { output: stripVTControlCharacters(output) },
  );
}
