/**
 * `autocoder verify`: checks a generated system and writes the evidence.
 *
 * @module
 */
import type { VerificationReport } from "../validation/report.ts";
import { checkEvidence } from "../validation/evidence/check_evidence.ts";
import { agreement } from "./agreement.ts";
import {
  DEEP_NAMES,
  type HealingRecord,
  isDeepName,
} from "../validation/report.ts";
import type { DeepOptions } from "../validation/run_deep.ts";
import type { RepairModel } from "../validation/healing/model_healer.ts";
import { verifyAndHeal } from "../validation/healing/verify_and_heal.ts";
import { ProgressView } from "../validation/progress_view.ts";
import type { Console } from "./console.ts";
import { CommandFailure, EXIT, type ExitCode } from "./exit_code.ts";
import { chosenModel } from "./chosen_model.ts";
import { refuseOtherFolder } from "./refuse_other_folder.ts";
import { exitCodeOf } from "./generate.ts";
import { takeBack } from "./take_back.ts";
import { evidenceSummary, verificationSummary } from "./summary.ts";
import { openVerifyModels } from "./verify_models.ts";

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
  /** Runs everything, also when nothing has changed since it was verified. */
  readonly fresh?: boolean;
  /** Whether what fails is mended in the system: when somebody has said yes, or not at all. @default not, it only looks */
  readonly heal?: boolean | "ask";
  /** Whether a language model repairs what the other healers do not. @default false */
  readonly healByModel?: boolean;
  /** Whether a language model reads the request again and what it finds untested is tried. @default false */
  readonly secondReading?: boolean;
  /** Only tells whether the system still is the one that was verified; nothing runs. */
  readonly checkEvidence?: boolean;
  /** Where the evidence goes, or is. @default `evidence` in the system's folder */
  readonly evidence?: string;
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
  if (options.checkEvidence) {
    await takeBack(options.dir, { ...options, signal }, console);
    return await tellEvidence(options, console);
  }
  const models = await openVerifyModels(
    options,
    chosenModel(options),
    console,
  );
  const verified = await verifyWithProgress(
    options.dir,
    { ...options, ...models, reuse: !options.fresh },
    console,
    signal,
  );
  const report = await models.read(verified, signal);
  console.out(
    options.json
      ? JSON.stringify(report, null, 2) + "\n"
      : verificationSummary(evidenceOf(options), report),
  );
  const code = exitCodeOf(report, options);
  // Who asked for a reading and got none has not got what they asked for.
  return code === EXIT.done && !options.allowNotRun &&
      report.secondReading?.state === "not_run"
    ? EXIT.couldNotRun
    : code;
}

/** Verifies a system and shows how it goes on. */
export async function verifyWithProgress(
  dir: string,
  options:
    & Pick<
      VerifyCommandOptions,
      "allowEdits" | "deep" | "deno" | "evidence" | "heal" | "json" | "seed"
    >
    & {
      readonly reuse?: boolean;
      /** What was mended before. */
      readonly healings?: readonly HealingRecord[];
      /** Repairs what the other healers do not. */
      readonly repairs?: RepairModel | undefined;
    },
  console: Console,
  signal: AbortSignal,
): Promise<VerificationReport> {
  const deep = deepOptions(options);
  using view = new ProgressView({
    write: (text) => console.err(text),
    isTerminal: console.isTerminal,
    ...(console.columns === undefined ? {} : { columns: console.columns }),
  });
  const agree = agreement(options, console);
  return await verifyAndHeal(dir, {
    ...(agree ? { agree } : {}),
    ...(options.healings ? { healings: options.healings } : {}),
    ...(options.repairs ? { model: options.repairs } : {}),
    ...(options.deno === undefined ? {} : { deno: options.deno }),
    ...(options.allowEdits ? { allowEdits: true } : {}),
    ...(deep ? { deep } : {}),
    ...(options.evidence === undefined
      ? {}
      : { evidenceDir: options.evidence }),
    ...(options.reuse ? { reuse: true } : {}),
    signal,
    onProgress: options.json
      ? (event) => console.err(JSON.stringify(event) + "\n")
      : view.show,
  });
}

async function tellEvidence(
  options: VerifyCommandOptions,
  console: Console,
): Promise<ExitCode> {
  const check = await checkEvidence(options.dir, evidenceOf(options));
  console.out(
    options.json
      ? JSON.stringify(check, null, 2) + "\n"
      : evidenceSummary(evidenceOf(options), check),
  );
  return check.holds ? EXIT.done : EXIT.findings;
}

function evidenceOf(
  { dir, evidence }: Pick<VerifyCommandOptions, "dir" | "evidence">,
): string {
  return evidence ?? `${dir.replace(/\/+$/, "")}/evidence`;
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
