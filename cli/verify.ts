/**
 * `autocoder verify`: checks a generated system and writes the evidence.
 *
 * @module
 */
import { join } from "node:path";
import { MANIFEST_PATH } from "../generator/output/manifest.ts";
import type { VerificationReport } from "../validation/report.ts";
import { verifySystem } from "../validation/verify_system.ts";
import { ProgressView } from "../validation/progress_view.ts";
import type { Console } from "./console.ts";
import { CommandFailure, EXIT, type ExitCode } from "./exit_code.ts";
import { exitCodeOf } from "./generate.ts";
import { verificationSummary } from "./summary.ts";

/** Options of the command. */
export interface VerifyCommandOptions {
  /** The system's folder. */
  readonly dir: string;
  /** Takes checks that could not run for no failure. */
  readonly allowNotRun?: boolean;
  /** The Deno that verifies it. */
  readonly deno?: string;
  /** Prints one JSON object at the end, and progress as JSON lines on stderr. */
  readonly json?: boolean;
}

/** Runs the command. */
export async function verifyCommand(
  options: VerifyCommandOptions,
  console: Console,
  signal: AbortSignal,
): Promise<ExitCode> {
  await refuseOther(options.dir);
  const report = await verifyWithProgress(
    options.dir,
    options,
    console,
    signal,
  );
  console.out(
    options.json
      ? JSON.stringify(report, null, 2) + "\n"
      : verificationSummary(options.dir, report),
  );
  return exitCodeOf(report, options);
}

/** Verifies a system and shows how it goes on. */
export async function verifyWithProgress(
  dir: string,
  options: Pick<VerifyCommandOptions, "deno" | "json">,
  console: Console,
  signal: AbortSignal,
): Promise<VerificationReport> {
  using view = new ProgressView({
    write: (text) => console.err(text),
    isTerminal: console.isTerminal,
  });
  return await verifySystem(dir, {
    ...(options.deno === undefined ? {} : { deno: options.deno }),
    signal,
    onProgress: options.json
      ? (event) => console.err(JSON.stringify(event) + "\n")
      : view.show,
  });
}

/** Evidence is written only into what this tool has generated. */
async function refuseOther(dir: string): Promise<void> {
  const manifest = await Deno.stat(join(dir, MANIFEST_PATH)).catch(() =>
    undefined
  );
  if (manifest) return;
  throw new CommandFailure(
    `Cannot verify "${dir}": found no ${MANIFEST_PATH} in it, wanted the folder of a generated system`,
    EXIT.couldNotRun,
  );
}
