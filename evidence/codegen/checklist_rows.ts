/**
 * The rows of the checklist about language models.
 *
 * @module
 */
import { type ChecklistRow, row } from "../checklist_row.ts";

/** The rows, in order. */
export const CODEGEN_ROWS: readonly ChecklistRow[] = [
  row(
    "codegen",
    "Twenty things that models do, played through the program over real HTTP: good and broken answers, limits of the provider, attempts to get out, a spent budget",
    "deno run -A evidence/codegen/scenarios.ts",
    "scenarios.log",
  ),
  row(
    "codegen",
    "From plain words to a verified system by a model: planned, a body repaired once, generated again with the network gone",
    "deno run -A evidence/codegen/from_words.ts",
    "from_words.log",
  ),
  row(
    "codegen",
    "Forty behaviours in four waves against 300 ms take at most 1.5 times the ideal",
    "deno run -A evidence/codegen/waves.ts",
    "waves.log",
  ),
  row(
    "codegen",
    "Providers over their SDKs' real HTTP path: retries, stalls, cancellation, keys that show nowhere; prices and budgets",
    "deno test -A authoring/providers authoring/testdata authoring/budget_test.ts authoring/prices_test.ts",
    "providers.log",
  ),
  row(
    "codegen",
    "What a model wrote is scanned: evasions found, honest code passed, generated programs that pass reach nothing",
    "deno test -A generator/confine authoring/confine validation/check_authored_test.ts",
    "confinement.log",
  ),
  row(
    "codegen",
    "Patterns: each passes types, lint, scan, tests and mutants in a generated system",
    "deno test -A authoring/patterns tests/authoring/pattern_bank_test.ts",
    "patterns.log",
  ),
  row(
    "codegen",
    "A request planned by a model: claims checked, no code, no host and no opening that the request does not name",
    "deno test -A authoring/planning tests/planner_model_test.ts",
    "planning.log",
  ),
  row(
    "codegen",
    "Second reading and repair by a model: claims run or are dropped, no status changes, repairs are bounded",
    "deno test -A authoring/second_reading authoring/repair_model_test.ts authoring/repair_confinement_test.ts tests/second_reading_test.ts tests/model_verify_test.ts",
    "second_reading.log",
  ),
  row(
    "codegen",
    "Coding agents: a real client of the protocol plans, generates, verifies and explains inside one root",
    "deno test -A cli/mcp tests/mcp_test.ts tests/mcp_systems_test.ts tests/mcp_behaviors_test.ts tests/mcp_model_test.ts",
    "agents.log",
  ),
  row(
    "codegen",
    "An endpoint fetches from the hosts that its blueprint lists and from no other, also where a model wrote it",
    "deno test -A tests/fetching_test.ts tests/authoring/fetching_behavior_test.ts",
    "fetching.log",
  ),
  row(
    "codegen",
    "What was asked once is not asked again: plans, readings, bodies, also after an interruption",
    "deno test -A tests/authoring/plan_record_test.ts tests/authoring/interrupted_test.ts authoring/records",
    "records.log",
  ),
  row(
    "codegen",
    "A small real model over llama.cpp's server on this machine: the run ends, tells what failed and claims nothing",
    "deno run -A evidence/codegen/local_model.ts depot",
    "local_model.log",
    "AUTOCODER_LOCAL_MODEL",
  ),
  row(
    "codegen",
    "A real model, where one is chosen by the environment",
    "deno run -A evidence/codegen/real_model.ts",
    "real_model.log",
    "AUTOCODER_MODEL",
  ),
];
