/**
 * Who can turn plain words into a blueprint.
 *
 * @module
 */
import { CommandFailure, EXIT } from "./exit_code.ts";

/** Reads the value of `--planner`. */
export function plannerName(value: string, command: string): PlannerName {
  const planner = PLANNERS.find((one) => one === value);
  if (planner) return planner;
  throw new CommandFailure(
    `Cannot ${command}: found --planner "${value}", wanted ${
      PLANNERS.join(" or ")
    }`,
    EXIT.couldNotRun,
  );
}

/** Who can plan. */
export const PLANNERS = ["embedded", "model"] as const;

/** Who plans. */
export type PlannerName = typeof PLANNERS[number];
