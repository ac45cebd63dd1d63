/**
 * The folder that a system is generated into: empty or missing, or one that holds the system of an earlier run.
 *
 * @module
 */
import { join } from "node:path";
import {
  REPLIES_FILES,
  REPLIES_FOLDER,
} from "../authoring/records/kept_replies.ts";
import {
  type EarlierSystem,
  earlierSystem,
} from "../generator/output/earlier_system.ts";
import { replaceSystem } from "../generator/output/replace_system.ts";
import {
  checkTarget,
  TargetNotEmpty,
  writeSystem,
} from "../generator/output/write_system.ts";
import { readFile } from "./read_input.ts";
import { CommandFailure, EXIT } from "./exit_code.ts";

/** What is written. */
export interface WrittenOutput {
  /** The system with its manifest. */
  readonly files: readonly OutputText[];
  /** What stands beside it: the record of its generation, and what a model has answered. */
  readonly beside: readonly OutputText[];
}

/** A file. */
export interface OutputText {
  /** Its path in the output. */
  readonly path: string;
  /** Its text. */
  readonly text: string;
}

/**
 * Finds the system that an earlier run has generated with a model into a folder: what the model answered need not be asked again.
 * Undefined where there is none; that the folder can be used is for {@link refuseTarget} to say.
 *
 * @throws {CommandFailure} when somebody has changed it since.
 */
export async function earlierIn(
  out: string,
): Promise<EarlierSystem | undefined> {
  try {
    return await earlierSystem(out);
  } catch (error) {
    throw told(error);
  }
}

/**
 * Makes sure that a folder can be written to.
 *
 * @throws {CommandFailure} when there is something in it.
 */
export async function refuseTarget(out: string): Promise<void> {
  try {
    await checkTarget(out);
  } catch (error) {
    throw told(error);
  }
}

/**
 * Writes a system, whole or not at all; into the place of the earlier one where there is one.
 *
 * @throws {CommandFailure} when it cannot be written.
 */
export async function writeOutput(
  out: string,
  { files, beside }: WrittenOutput,
  { earlier, signal }: {
    readonly earlier?: EarlierSystem | undefined;
    /** Ends it; without one it cannot be ended. */
    readonly signal: AbortSignal | undefined;
  },
): Promise<{ readonly path: string; readonly isSame: boolean }> {
  try {
    if (earlier) {
      const kept = await keptBeside(earlier, beside);
      return await replaceSystem(earlier, files, [...beside, ...kept]);
    }
    const path = await writeSystem(out, [...files, ...beside], {
      ...(signal ? { signal } : {}),
    });
    return { path, isSame: false };
  } catch (error) {
    if (!(error instanceof Error) || signal?.aborted) throw error;
    if (error instanceof TargetNotEmpty) throw error;
    throw new CommandFailure(
      `Cannot write to "${out}": ${error.message}`,
      EXIT.couldNotRun,
      { cause: error },
    );
  }
}

/** A second reading goes by what it depends on, whatever else has changed. */
async function keptBeside(
  { dir }: EarlierSystem,
  beside: readonly OutputText[],
): Promise<readonly OutputText[]> {
  const path = `${REPLIES_FOLDER}/${REPLIES_FILES.secondReading}`;
  if (beside.some((one) => one.path === path)) return [];
  const file = join(dir, path);
  const isThere = await Deno.stat(file).then(() => true, () => false);
  return isThere ? [{ path, text: await readFile(file) }] : [];
}

function told(error: unknown): unknown {
  return error instanceof TargetNotEmpty
    ? new CommandFailure(error.message, EXIT.couldNotRun, { cause: error })
    : error;
}
