/**
 * Adds what a model has written, and what passed every check, to a user's own bank.
 *
 * @module
 */
import type { AnswerRecord } from "../../generator/authored/answer_record.ts";
import type { BehaviorUnit } from "../../generator/authored/behavior_unit.ts";
import type { Blueprint } from "../../generator/blueprint/blueprint.ts";
import { patternOf } from "./pattern_of.ts";
import { keepPattern, type Kept, PatternExists } from "./user_bank.ts";

/** A pattern and what became of it. */
export interface KeptPattern {
  /** Its name in the bank. */
  readonly name: string;
  /** What became of it; `another there` where the bank has another pattern of that name, which stays. */
  readonly kept: Kept | "another there";
}

/**
 * Adds the behaviours of which there is a record; call it only for a system that was verified. Nothing is overwritten.
 *
 * @throws {PatternError} when a pattern could not be read again.
 */
export async function keepWritten(
  folder: string,
  { units, records, blueprint }: {
    readonly units: readonly BehaviorUnit[];
    readonly records: readonly AnswerRecord[];
    readonly blueprint: Blueprint;
  },
): Promise<readonly KeptPattern[]> {
  const kept: KeptPattern[] = [];
  for (const unit of units) {
    const record = records.find((one) => one.unit === unit.id);
    const test = record?.files[unit.testFile];
    if (record?.body === undefined || test === undefined) continue;
    const { body } = record;
    const pattern = patternOf({ ...unit, body, test }, blueprint);
    kept.push({
      name: pattern.name,
      kept: await keepPattern(folder, pattern).catch((error: unknown) => {
        if (error instanceof PatternExists) return "another there" as const;
        throw error;
      }),
    });
  }
  return kept;
}
