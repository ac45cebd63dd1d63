/**
 * Puts load on a server with wrk.
 *
 * @module
 */
import { fileURLToPath } from "node:url";

/** What the load asks for. */
export type LoadKind = "read" | "list" | "write";

/** One run of wrk. */
export interface WrkRun {
  readonly requests: number;
  readonly seconds: number;
  /** Bytes received, headers included. */
  readonly bytes: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers with a status outside of 2xx and 3xx. */
  readonly badStatus: number;
  /** Connections refused, reset or timed out. */
  readonly socketErrors: number;
}

/** What a run of wrk needs. */
export interface WrkOptions {
  readonly url: string;
  readonly kind: LoadKind;
  readonly seconds: number;
  /** A file with an id a line. */
  readonly ids: string;
  /** How many requests are on their way at a time. */
  readonly connections: number;
}

/**
 * Runs wrk once, with one thread, so that on two cores the server has one of its own.
 * Rejects if it fails, or if an answer was not a success.
 */
export async function runWrk(
  { url, kind, seconds, ids, connections }: WrkOptions,
): Promise<WrkRun> {
  const script = fileURLToPath(new URL("load.lua", import.meta.url));
  const load = ["-t1", `-c${connections}`, `-d${seconds}s`, "-s", script, url];
  const { code, stdout, stderr } = await new Deno.Command("wrk", {
    args: [...load, "--", kind, ids],
  }).output();
  const text = new TextDecoder().decode(stdout);
  const line = text.split("\n").find((line) => line.startsWith("{"));
  if (code !== 0 || line === undefined) {
    const reason = new TextDecoder().decode(stderr) || text;
    throw new Error(`Cannot run wrk: ${reason.trim()}`);
  }
  const run: WrkRun = JSON.parse(line);
  if (run.requests === 0 || run.badStatus > 0 || run.socketErrors > 0) {
    throw new Error(`Cannot use a run with bad answers: found ${line}`);
  }
  return run;
}

/** The version of wrk; undefined if it is not installed. */
export async function wrkVersion(): Promise<string | undefined> {
  try {
    const { stdout } = await new Deno.Command("wrk", { args: ["--version"] })
      .output();
    return /^wrk \S*?([\d.]+)/.exec(new TextDecoder().decode(stdout))?.[1] ??
      "of unknown version";
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
