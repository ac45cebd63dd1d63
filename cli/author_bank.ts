/**
 * The bank of patterns of a run: what comes with the program, and a folder of the user's own.
 *
 * @module
 */
import type { PatternBank } from "../authoring/patterns/pattern_bank.ts";
import type { AuthoredSystem } from "./author.ts";
import { CommandFailure, EXIT } from "./exit_code.ts";

/** Which patterns there are. */
export interface BankOptions {
  /** A folder with patterns of the user's own. @default only those that come with the program */
  readonly bank?: string;
  /** Whether what was written and verified is added to that folder. @default false */
  readonly addToBank?: boolean;
  /** Whether the system is verified; only then is anything added. @default true */
  readonly verify?: boolean;
}

/**
 * Opens the bank of patterns, the user's own among them.
 *
 * @throws {CommandFailure} when the user's cannot be read.
 */
export async function openBank(
  { bank, addToBank, verify = true }: BankOptions,
): Promise<PatternBank> {
  if (addToBank && bank === undefined) {
    throw new CommandFailure(
      "Cannot add to a bank: found --add-to-bank, wanted --bank DIR with it",
      EXIT.couldNotRun,
    );
  }
  if (addToBank && !verify) {
    throw new CommandFailure(
      "Cannot add to a bank what is not verified: found --add-to-bank with --no-verify, wanted one of them",
      EXIT.couldNotRun,
    );
  }
  const { PatternBank } = await import("../authoring/patterns/pattern_bank.ts");
  const { PatternError } = await import(
    "../authoring/patterns/read_pattern.ts"
  );
  if (bank === undefined) return await PatternBank.open();
  // The first patterns make the folder.
  if (addToBank) await Deno.mkdir(bank, { recursive: true });
  try {
    return await PatternBank.open({ folder: bank });
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw new CommandFailure(error.message, EXIT.couldNotRun, { cause: error });
  }
}

/**
 * Adds what was written to the user's bank, where that is wanted; call it only for a system that was verified.
 *
 * @return A line for each pattern
 */
export async function addToBank(
  { units, records, prepared }: AuthoredSystem,
  { bank, addToBank }: BankOptions,
): Promise<readonly string[]> {
  const { blueprint } = prepared;
  if (!addToBank || bank === undefined || !blueprint) return [];
  const { keepWritten } = await import("../authoring/patterns/keep_written.ts");
  const kept = await keepWritten(bank, {
    units: units.filter((unit) => unit.kind !== "file"),
    records,
    blueprint,
  });
  return kept.map(({ name, kept }) => `pattern "${name}": ${kept}`);
}
