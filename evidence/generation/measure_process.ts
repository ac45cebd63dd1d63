/**
 * Times `generate` as a process, the way a user runs it.
 *
 * @module
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "../record.ts";
import { REQUEST_FILE } from "./inputs.ts";

/** How long the processes took. */
export interface ProcessResult {
  /** Milliseconds from start to exit, run by run. */
  readonly runs: readonly number[];
  readonly medianMs: number;
}

/** Generates the mission's request with the given flags; the first run fills the caches and does not count. */
export async function measureProcess(
  flags: readonly string[],
  runs: number,
): Promise<ProcessResult> {
  const request = await Deno.readTextFile(REQUEST_FILE);
  const folder = await Deno.makeTempDir({ prefix: "bench-generate-" });
  const times: number[] = [];
  try {
    for (let i = 0; i <= runs; i++) {
      const out = join(folder, `tasks-${i}`);
      const start = performance.now();
      await generate([request, "--out", out, ...flags]);
      if (i > 0) times.push(performance.now() - start);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
  return { runs: times, medianMs: median(times) };
}

async function generate(args: readonly string[]): Promise<void> {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "cli.ts", "generate", ...args],
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    stdout: "null",
    stderr: "piped",
    env: { NO_COLOR: "1", DENO: Deno.execPath() }, // $DENO may name the other version
  }).output();
  if (code !== 0) {
    throw new Error(
      `Cannot generate: found exit code ${code}: ${
        new TextDecoder().decode(stderr)
      }`,
    );
  }
}
