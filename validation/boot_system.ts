/**
 * Starts the system under verification as its owner would.
 *
 * @module
 */
import { awaitListening, type RunningSystem } from "./run_system.ts";
import type { TierContext } from "./tier.ts";

/** Options of {@link bootSystem}. */
export interface BootOptions {
  /** The folder to start it in. @default the copy that the workbench made */
  readonly cwd?: string;
  /** Milliseconds after which it is killed if it ignores SIGTERM. @default 2000, late enough to tell slow from never */
  readonly stopTimeoutMs?: number;
  /** Takes each line of its log. */
  readonly onLine?: (line: string) => void;
}

/**
 * Starts it with `deno task start`, in a copy, with the shipped permissions, on a free port of the loopback address.
 *
 * @throws {GeneratedSystemError} when it does not start.
 */
export function bootSystem(
  { bench, signal }: Pick<TierContext, "bench" | "signal">,
  settings: Readonly<Record<string, string>> = {},
  options: BootOptions = {},
): Promise<RunningSystem> {
  return awaitListening(
    {
      signal,
      stopTimeoutMs: options.stopTimeoutMs ?? STOP_TIMEOUT_MS,
      onLine: options.onLine,
    },
    async (onLine) =>
      await bench.start(["task", "start"], {
        cwd: options.cwd ?? await bench.copy(),
        env: { PORT: "0", HOST: "127.0.0.1", ...settings },
        onLine,
      }),
  );
}

const STOP_TIMEOUT_MS = 2000;
