/**
 * The record that is kept of a unit that passed.
 *
 * @module
 */
import {
  ANSWER_SCHEMA,
  type AnswerRecord,
} from "../../generator/authored/answer_record.ts";
import type { Attempt, UnitWork } from "./unit_work.ts";

/** Makes the record of an attempt. */
export function recordOf(
  { unit, rounds, calls, usage }: UnitWork,
  { body, files }: Attempt,
  model: string,
): AnswerRecord {
  return {
    schema: ANSWER_SCHEMA,
    unit: unit.id,
    key: unit.key,
    model,
    ...(body === undefined ? {} : { body }),
    files,
    rounds,
    calls,
    tokens: usage,
  };
}
