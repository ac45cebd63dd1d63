/**
 * How far a language model is with a plan, for whoever reads notes and not a terminal.
 *
 * @module
 */
import type { PlanningProgress } from "../authoring/planning/plan_by_model.ts";
import { visible } from "../generator/blueprint/quoted.ts";
import type { Console } from "./console.ts";

/** A step as a line of JSON. */
export interface PlanningEvent {
  /** That it is one of planning. */
  readonly event: "planning";
  /** The step in a sentence. */
  readonly text: string;
}

/** Returns a function that writes each step as a line of JSON. */
export function planningEvents(
  console: Console,
): (progress: PlanningProgress) => void {
  return (progress) => {
    const text = planningNote(progress);
    if (text === undefined) return;
    const event: PlanningEvent = { event: "planning", text };
    console.err(`${JSON.stringify(event)}\n`);
  };
}

/** Says a step in a sentence; undefined for one that is too small. */
export function planningNote(progress: PlanningProgress): string | undefined {
  switch (progress.kind) {
    case "asked":
      return `planning, round ${progress.round}`;
    case "retry":
      return `${visible(progress.reason)}; again in ${
        (progress.waitMs / 1000).toFixed(1)
      } s`;
    case "found":
      return progress.found === 0
        ? "nothing against the plan"
        : `found in the plan, to be mended: ${progress.found}`;
    case "text":
      return undefined;
  }
}
