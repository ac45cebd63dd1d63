/**
 * Runs Deno on a system for a limited time: what a model wrote may not end.
 *
 * @module
 */
import { startChild } from "../../validation/child_process.ts";
import type { ToolRun } from "../../validation/workbench.ts";

/** How a run is held. */
export interface DenoRunOptions {
  /** Deno's executable. */
  readonly deno: string;
  /** The system's folder. */
  readonly cwd: string;
  /** Settings for it beside what Deno itself needs. @default none */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds that it may take. */
  readonly limitMs: number;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/**
 * Runs `deno` and gives how it ended; undefined when it did not end in time and was killed, with all that it had started.
 *
 * @throws whatever the signal was aborted with.
 */
export async function runDeno(
  args: readonly string[],
  { deno, cwd, env = {}, limitMs, signal }: DenoRunOptions,
): Promise<ToolRun | undefined> {
  const late = AbortSignal.timeout(limitMs);
  const start = performance.now();
  await using child = startChild(deno, args, {
    cwd,
    env: { ...denoEnvironment(), ...env, NO_COLOR: "1" },
    signal: AbortSignal.any([signal, late]),
  });
  const { code } = await child.exited;
  signal.throwIfAborted();
  if (late.aborted) return undefined;
  return { code, ...child.output, ms: performance.now() - start };
}

/** Gives what Deno needs to find its cache and its packages; no key is among it. */
export function denoEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(Deno.env.toObject()).filter(([name]) => KEPT.test(name)),
  );
}

const KEPT =
  /^(?:PATH|HOME|TMPDIR|DENO_(?:DIR|TLS_CA_STORE|CERT)|(?:HTTPS?|NO|ALL)_PROXY|NPM_CONFIG_REGISTRY|SSL_CERT_(?:FILE|DIR)|NODE_EXTRA_CA_CERTS|SystemRoot|USERPROFILE|LOCALAPPDATA)$/i;
