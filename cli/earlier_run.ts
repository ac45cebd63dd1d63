/**
 * What an earlier run with a language model has left in the folder of a system: whoever runs again pays for nothing twice.
 *
 * @module
 */
import { join } from "node:path";
import {
  type KeptReplies,
  REPLIES_FILES,
  REPLIES_FOLDER,
  repliesText,
} from "../authoring/records/kept_replies.ts";
import type { SystemModel } from "../generator/model/system_model.ts";
import type { EarlierSystem } from "../generator/output/earlier_system.ts";
import { GENERATION_RECORD_PATH } from "../generator/output/generation_record.ts";
import { readIfThere } from "../validation/read_subject.ts";
import type { Console } from "./console.ts";
import { earlierIn, type OutputText, refuseTarget } from "./output_folder.ts";
import type { PlannerName } from "./planner_name.ts";
import { takeBack } from "./take_back.ts";

/** What decides whether an earlier run matters. */
export interface EarlierRunOptions {
  /** Where the system goes. */
  readonly out?: string;
  /** Who plans. */
  readonly planner?: PlannerName;
  /** Who writes what nobody has written. */
  readonly author?: "model";
  /** Whether nothing but JSON is told. */
  readonly json?: boolean;
}

/**
 * Finds the system of an earlier run that may be generated anew in its place; undefined where a model is asked for nothing, no
 * folder is named, or it holds none. A folder that cannot be used is refused before a plan is paid for.
 *
 * @throws {CommandFailure} when somebody has changed the system since.
 */
export async function earlierRun(
  options: EarlierRunOptions,
  console: Console,
  signal: AbortSignal,
): Promise<EarlierSystem | undefined> {
  const { out, planner, author } = options;
  if (out === undefined || planner !== "model" && author !== "model") {
    return undefined;
  }
  await takeBack(out, { ...options, signal }, console);
  const earlier = await earlierIn(out);
  if (planner !== "model") return earlier;
  if (earlier && await isPlanned(earlier)) return earlier;
  await refuseTarget(out);
}

/** Tells whether a system may stand in the place of an earlier one: a blueprint goes by its name, as it is somebody's. */
export function mayReplace(
  earlier: EarlierSystem,
  { name }: SystemModel,
  { planner }: EarlierRunOptions,
): boolean {
  return planner === "model" || earlier.system === name.snake;
}

/** Makes the files of what a model has answered; what there is nothing of gets none. */
export function keptFiles(
  replies: Readonly<
    Partial<Record<keyof typeof REPLIES_FILES, KeptReplies | undefined>>
  >,
): readonly OutputText[] {
  return FILES.flatMap((of) => {
    const { [of]: kept } = replies;
    const path = `${REPLIES_FOLDER}/${REPLIES_FILES[of]}`;
    return kept === undefined || kept.replies.length === 0
      ? []
      : [{ path, text: repliesText(kept) }];
  });
}

/** Says what an interruption has left. */
export function interruptedText(out: string): string {
  return `Interrupted. What the model has answered is kept in "${out}"; the same command with --out "${out}" asks for the rest.\n`;
}

/** Whoever removes what is kept has the model asked anew, for which the evidence says enough. */
async function isPlanned({ dir }: EarlierSystem): Promise<boolean> {
  const kept = await readIfThere(
    join(dir, REPLIES_FOLDER, REPLIES_FILES.plan),
  );
  if (kept !== undefined) return true;
  const record = await readIfThere(join(dir, GENERATION_RECORD_PATH));
  try {
    return Object(JSON.parse(record ?? "")).plannedBy !== undefined;
  } catch {
    return false;
  }
}

const FILES = ["plan", "units"] as const;
