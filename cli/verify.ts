/**
 * `autocoder verify`: checks a generated system and writes the evidence.
 *
 * @module
 */
import type { VerificationReport } from "../validation/report.ts";
import { DEEP_NAMES, isDeepName } from "../validation/report.ts";
import type { DeepOptions } from "../validation/run_deep.ts";
import { verifySystem } from "../validation/verify_system.ts";
import { ProgressView } from "../validation/progress_view.ts";
import type { Console } from "./console.ts";
import { CommandFailure, EXIT, type ExitCode } from "./exit_code.ts";
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
  /** Runs what takes minutes as well: all of it, or the parts that it names, with commas between. @default not */
  readonly deep?: string | true;
  /** Decides what the deep run takes by chance. @default "1" */
  readonly seed?: string;
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
  options: Omit<VerifyCommandOptions, "dir" | "allowNotRun">,
  console: Console,
  signal: AbortSignal,
): Promise<VerificationReport> {
  const deep = deepOptions(options);
  using view = new ProgressView({
    write: (text) => console.err(text),
    isTerminal: console.isTerminal,
  });
  return await verifySystem(dir, {
    ...(options.deno === undefined ? {} : { deno: options.deno }),
    ...(options.allowEdits ? { allowEdits: true } : {}),
    ...(deep ? { deep } : {}),
    signal,
    onProgress: options.json
      ? (event) => console.err(JSON.stringify(event) + "\n")
      : view.show,
  });
}

function deepOptions(
  { deep, seed = "1" }: Pick<VerifyCommandOptions, "deep" | "seed">,
): DeepOptions | undefined {
  if (deep === undefined) return undefined;
  if (!/^\d{1,9}$/.test(seed)) {
    throw new CommandFailure(
      `Cannot verify: found --seed "${seed}", wanted a whole number up to 999999999`,
      EXIT.couldNotRun,
    );
  }
  if (deep === true) return { seed: Number(seed) };
  const parts = deep.split(",").map((part) => part.trim());
  const strange = parts.find((part) => !isDeepName(part));
  if (strange !== undefined) {
    throw new CommandFailure(
      `Cannot verify: found --deep "${strange}", wanted some of ${
        DEEP_NAMES.join(", ")
      }`,
      EXIT.couldNotRun,
    );
  }
  return { seed: Number(seed), parts: parts.filter(isDeepName) };
}
