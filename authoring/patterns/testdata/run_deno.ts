/**
 * Runs Deno in a system's folder, and ends it when it takes too long.
 *
 * @module
 */
import { startChild } from "../../../validation/child_process.ts";

/** How a run ended. */
export interface DenoRun {
  /** Its exit code; null where it was killed. */
  readonly code: number | null;
  /** What it wrote. */
  readonly stdout: string;
  /** What it wrote of errors. */
  readonly stderr: string;
}

/** Runs `deno` with these arguments. */
export async function runDeno(
  args: readonly string[],
  cwd: string,
): Promise<DenoRun> {
  await using child = startChild(Deno.execPath(), args, {
    cwd,
    env: { ...Deno.env.toObject(), NO_COLOR: "1" },
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  const { code } = await child.exited;
  return { code, ...child.output };
}

/** A mutant that never ends would hold everything up. */
const LIMIT_MS = 300_000;
