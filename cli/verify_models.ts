/**
 * The language model of a verification: it repairs where that is wanted, and reads the request again.
 *
 * @module
 */
import type { RepairModel } from "../validation/healing/model_healer.ts";
import type { VerificationReport } from "../validation/report.ts";
import type { Console } from "./console.ts";
import type { ChosenModel } from "./chosen_model.ts";
import { recordedModel } from "./recorded_model.ts";

/** What of a verification a model does. */
export interface VerifyModelOptions {
  /** The system's folder. */
  readonly dir: string;
  /** Whether it repairs. @default false */
  readonly healByModel?: boolean;
  /** Whether it reads the request again. @default false */
  readonly secondReading?: boolean;
  /** Where the evidence is. */
  readonly evidence?: string;
  /** Whether it is asked again, also when nothing has changed. */
  readonly fresh?: boolean;
  /** The Deno that runs the system. */
  readonly deno?: string;
  /** Tells what it does as JSON lines. */
  readonly json?: boolean;
}

/** What a model does for a verification. */
export interface VerifyModels {
  /** Repairs logic; missing where that is not wanted. */
  readonly repairs?: RepairModel;
  /** Adds a second reading to a report; gives it as it is where none is wanted. */
  read(
    report: VerificationReport,
    signal: AbortSignal,
  ): Promise<VerificationReport>;
}

/**
 * Opens the model where something is wanted of it, before anything else is done.
 *
 * @throws {ModelFailure} when none is configured.
 */
export async function openVerifyModels(
  options: VerifyModelOptions,
  chosen: ChosenModel,
  console: Console,
): Promise<VerifyModels> {
  const { healByModel, secondReading } = options;
  if (!healByModel && !secondReading) return { read: asItIs };
  // A second reading of what is kept asks nobody; repairs do.
  const model = healByModel ? (await chosen.open()).model : await recordedModel(
    chosen,
    options.fresh ? undefined : options.dir,
    "secondReading",
  );
  const tell = (event: string) => (text: string) =>
    console.err(
      options.json
        ? JSON.stringify({ event, text }) + "\n"
        : `  ${event.replace("_", " ")}: ${text}\n`,
    );
  const repairs = healByModel
    ? (await import("../authoring/repair_model.ts")).repairModel(model, {
      tell: tell("repair"),
    })
    : undefined;
  return {
    ...(repairs ? { repairs } : {}),
    read: secondReading
      ? async (report, signal) => {
        const { addSecondReading } = await import(
          "../authoring/second_reading/add_second_reading.ts"
        );
        return await addSecondReading(options.dir, report, model, {
          signal,
          tell: tell("second_reading"),
          evidenceDir: options.evidence,
          deno: options.deno,
          fresh: options.fresh,
        });
      }
      : asItIs,
  };
}

function asItIs(report: VerificationReport): Promise<VerificationReport> {
  return Promise.resolve(report);
}
