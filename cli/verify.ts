/**
 * `autocoder verify`: checks a generated system and writes the evidence.
 *
 * @module
 */
import type { VerificationReport } from "../validation/report.ts";
import { verifySystem } from "../validation/verify_system.ts";
import { ProgressView } from "../validation/progress_view.ts";
import type { Console } from "./console.ts";
import type { ExitCode } from "./exit_code.ts";
import { refuseOtherFolder } from "./refuse_other_folder.ts";
import { exitCodeOf } from "./generate.ts";
import { verificationSummary } from "./summary.ts";

/** Options of the command. */
export interface VerifyCommandOptions {
  /** The system's folder. */
  readonly dir: string;
  /** Takes checks that could not run for no failure. */
  readonly allowNotRun?: boolean;
  /** Lets generated files differ from the manifest: the owner has edited them. */
  readonly allowEdits?: boolean;
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
  await refuseOtherFolder(options.dir, "verify");
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
  options: Pick<VerifyCommandOptions, "allowEdits" | "deno" | "json">,
  console: Console,
  signal: AbortSignal,
): Promise<VerificationReport> {
  using view = new ProgressView({
    write: (text) => console.err(text),
    isTerminal: console.isTerminal,
  });
  return await verifySystem(dir, {
    ...(options.deno === undefined ? {} : { deno: options.deno }),
    ...(options.allowEdits ? { allowEdits: true } : {}),
    signal,
    onProgress: options.json
      ? (event) => console.err(JSON.stringify(event) + "\n")
      : view.show,
  });
}
