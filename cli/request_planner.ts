/**
 * Who plans a request in plain words: the embedded planner, or a language model where that is asked for.
 *
 * @module
 */
import { type PreparedSystem, prepareRequest } from "../generator/prepare.ts";
import type { ChosenModel } from "./chosen_model.ts";
import type { Console } from "./console.ts";
import { CommandFailure, EXIT } from "./exit_code.ts";
import type { PlannerName } from "./planner_name.ts";

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
  /** Ends planning. */
  readonly signal: AbortSignal;
}

/**
 * Returns what plans a request. Neither planner ever stands in for the other.
 *
 * @throws {CommandFailure} when a model is to plan and there is a blueprint.
 */
export function requestPlanner(
  { planner = "embedded", blueprint, json, model, signal }:
    RequestPlannerOptions,
  console: Console,
): (request: string) => Promise<PreparedSystem> {
  if (planner === "embedded") return prepareRequest;
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
    const { planningView } = await import("./planning_view.ts");
    const opened = await model.open();
    const { prepared } = await planByModel(request, opened.model, {
      signal,
      ...(json ? {} : { onProgress: planningView(opened.model.name, console) }),
    });
    return prepared;
  };
}
