/**
 * Which errors are no defects of this program.
 *
 * @module
 */

/** Says whether an error's message is all that whoever called needs; of a defect, the stack is what a report needs. */
export function isExpected(error: Error): boolean {
  return EXPECTED.includes(error.name) || error.name in Deno.errors ||
    "code" in error;
}

const EXPECTED: readonly string[] = [
  "BudgetSpent",
  "CommandFailure",
  "DamagedRecord",
  "ModelFailure",
  "TargetNotEmpty",
  "ValidationPipelineError",
  "GeneratedSystemError",
];
