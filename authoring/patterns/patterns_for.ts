/**
 * Chooses the patterns that a model is shown with a unit.
 *
 * @module
 */
import type { AuthoredUnit } from "../units/authored_unit.ts";
import type { PatternBank } from "./pattern_bank.ts";
import { type PromptPattern, promptPattern } from "./prompt_pattern.ts";

/** Gives the patterns nearest to a behaviour as a prompt has them, the nearest first; a whole file has none. */
export function patternsFor(
  bank: PatternBank,
  unit: AuthoredUnit,
): readonly PromptPattern[] {
  return unit.kind === "file"
    ? []
    : bank.nearest(unit, SHOWN).map(promptPattern);
}

/** About 1,000 tokens each: the first shows the task, the second that it is one example among others. */
const SHOWN = 2;
