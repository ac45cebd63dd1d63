/**
 * Keeps what a model has planned where nothing can be made of it yet: it is paid for.
 *
 * @module
 */
import type { KeptReplies } from "../authoring/records/kept_replies.ts";
import { withStubs } from "../generator/authored/fill_answers.ts";
import { generateFiles } from "../generator/generate.ts";
import { generationRecord } from "../generator/output/generation_record.ts";
import type { EarlierSystem } from "../generator/output/earlier_system.ts";
import type { PreparedSystem } from "../generator/prepare.ts";
import type { Console } from "./console.ts";
import { keptFiles } from "./earlier_run.ts";
import { writeOutput } from "./output_folder.ts";

/** What there is to keep, and where. */
export interface KeepPlanOptions {
  /** The folder. */
  readonly out: string;
  /** The system of an earlier run in it. */
  readonly earlier: EarlierSystem | undefined;
  /** Where the harness comes from. */
  readonly harness: "vendored" | "jsr";
  /** What the model answered; undefined where it did not plan. */
  readonly planned: KeptReplies | undefined;
}

/**
 * Does the work that follows a plan. Where that fails while behaviours are open, because nobody is to write them or nobody
 * can, the system is written with the plan and with bodies that throw.
 *
 * @throws whatever the work throws.
 */
export async function keepingPlan<T>(
  prepared: PreparedSystem,
  { out, earlier, harness, planned }: KeepPlanOptions,
  work: () => Promise<T>,
  console: Console,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { model, open = [], blueprintText } = prepared;
    if (open.length === 0 || !planned || !model) throw error;
    const { files, figures } = await generateFiles(
      withStubs(model, open),
      blueprintText,
      { harness },
    );
    const beside = [
      generationRecord(prepared, figures),
      ...keptFiles({ plan: planned }),
    ];
    await writeOutput(out, { files, beside }, { earlier, signal: undefined });
    console.err(
      `The plan is kept in "${out}": the same command with --out "${out}" does not ask for it again.\n`,
    );
    throw error;
  }
}
