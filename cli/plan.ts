/**
 * `autocoder plan`: the blueprint on stdout, how it came about on stderr.
 *
 * @module
 */
import { writeExpanded } from "../generator/model/write_expanded.ts";
import type { Console } from "./console.ts";
import { EXIT, type ExitCode } from "./exit_code.ts";
import { refuseUnusedModel } from "./refuse_unused_model.ts";
import { chosenModel } from "./chosen_model.ts";
import { type Input, prepareInput } from "./read_input.ts";
import type { PlannerName } from "./planner_name.ts";
import { requestPlanner } from "./request_planner.ts";
import { tellPreparation } from "./tell_preparation.ts";

/** Options of the command. */
export interface PlanCommandOptions extends Input {
  /** Who plans; the flags of the model stand beside it. @default "embedded" */
  readonly planner?: PlannerName;
  /** Writes the wiring out too. */
  readonly expand?: boolean;
  /** Prints one JSON object instead. */
  readonly json?: boolean;
}

/** Runs the command. */
export async function planCommand(
  options: PlanCommandOptions,
  console: Console,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { planner, ...given } = options;
  refuseUnusedModel(given, {
    verb: "plan",
    isUsed: planner === "model",
    wanted: "--planner model",
  });
  const plan = requestPlanner(
    { ...options, model: chosenModel(options), signal },
    console,
  );
  const prepared = await prepareInput({ ...options, verb: "plan" }, plan);
  const { model, blueprint, blueprintText, diagnostics, understanding } =
    prepared;
  if (options.json) {
    const report = {
      schema: "autocoder/plan/v1",
      ok: model !== undefined,
      blueprint,
      diagnostics,
      understanding,
    };
    console.out(JSON.stringify(report, null, 2) + "\n");
    return model ? EXIT.done : EXIT.findings;
  }
  if (!await tellPreparation(prepared, console) || !model) return EXIT.findings;
  console.out(options.expand ? writeExpanded(model) : blueprintText);
  return EXIT.done;
}
