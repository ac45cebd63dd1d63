/**
 * Who plans a request in plain words: the embedded planner, or a language model where that is asked for.
 *
 * @module
 */
import { type PreparedSystem, prepareRequest } from "../generator/prepare.ts";
import type { KeptReplies } from "../authoring/records/kept_replies.ts";
import type { ChosenModel } from "./chosen_model.ts";
import type { Console } from "./console.ts";
import { CommandFailure, EXIT } from "./exit_code.ts";
import type { PlanningProgress } from "../authoring/planning/plan_by_model.ts";
import { planningView } from "./planning_view.ts";
import type { PlannerName } from "./planner_name.ts";
import { recordedModel } from "./recorded_model.ts";

/** Options of {@link requestPlanner}. */
export interface RequestPlannerOptions {
  /** Who plans. @default "embedded" */
  readonly planner?: PlannerName;
  /** The path of a blueprint, with which there is nothing to plan. */
  readonly blueprint?: string;
  /** Whether nothing but JSON is told. */
  readonly json?: boolean;
  /** The model that was chosen. */
  readonly model: ChosenModel;
  /** The folder of a system that was planned before: what is kept there need not be asked. @default there is none */
  readonly earlier?: string | undefined;
  /** Takes what the model answered, to be kept. */
  readonly onPlanned?: (replies: KeptReplies) => void;
  /** Hears of every step in place of the console. @default the console shows it, unless nothing but JSON is told */
  readonly onProgress?: ((progress: PlanningProgress) => void) | undefined;
  /** Ends planning. */
  readonly signal: AbortSignal;
}

/**
 * Returns what plans a request. Neither planner ever stands in for the other.
 *
 * @throws {CommandFailure} when a model is to plan and there is a blueprint.
 */
export function requestPlanner(
  options: RequestPlannerOptions,
  console?: Console,
): (request: string) => Promise<PreparedSystem> {
  const { planner = "embedded", blueprint, earlier } = options;
  const answers = earlier === undefined ? {} : { earlier };
  if (planner === "embedded") {
    return (request) => prepareRequest(request, answers);
  }
  if (blueprint !== undefined) {
    throw new CommandFailure(
      "Cannot plan with a model: found --blueprint beside --planner model, wanted a request in plain words",
      EXIT.couldNotRun,
    );
  }
  return async (request) => {
    const { planByModel } = await import(
      "../authoring/planning/plan_by_model.ts"
    );
    const model = await recordedModel(options.model, earlier, "plan");
    const onProgress = options.onProgress ??
      (options.json || !console
        ? undefined
        : planningView(model.name, console));
    const { prepared } = await planByModel(request, model, {
      ...answers,
      signal: options.signal,
      ...(onProgress ? { onProgress } : {}),
    });
    options.onPlanned?.(model.used);
    return prepared;
  };
}
