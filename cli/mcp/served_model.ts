/**
 * The language model of a server for coding agents: whoever starts it chooses it, and what it may be asked for.
 *
 * @module
 */
import * as z from "zod";
import type { ChosenModel } from "../chosen_model.ts";
import { CommandFailure, EXIT } from "../exit_code.ts";
import { type PlannerName, PLANNERS } from "../planner_name.ts";

/** A model that agents may have asked, as far as it goes; all calls share its budget. */
export interface ServedModel {
  /** The model. */
  readonly chosen: ChosenModel;
  /** Whether it plans requests. */
  readonly plans: boolean;
  /** Whether it writes what nobody has written. */
  readonly writes: boolean;
}

/** Describes the choice of a planner, with what there is to choose from. */
export function plannerInput(
  model: ServedModel | undefined,
): z.ZodOptional<z.ZodEnum<{ embedded: "embedded"; model: "model" }>> {
  const available = model?.plans
    ? "embedded, which costs nothing, or model, the language model of this server, which costs money (default: model)"
    : "embedded; this server has no language model to plan with";
  return z.enum(PLANNERS).optional().describe(
    `Who turns the request into a blueprint: ${available}`,
  );
}

/**
 * Reads who plans: whoever started the server says so where a call does not.
 *
 * @throws {CommandFailure} when a call wants a model that there is not.
 */
export function plannerOf(
  planner: PlannerName | undefined,
  model: ServedModel | undefined,
): PlannerName {
  if (planner === "model" && !model?.plans) {
    throw noModel("plan with a model", "--planner model");
  }
  return planner ?? (model?.plans ? "model" : "embedded");
}

/** Describes who writes behaviours, with what there is to choose from. */
export function authorInput(
  model: ServedModel | undefined,
): z.ZodOptional<z.ZodEnum<{ model: "model"; nobody: "nobody" }>> {
  const available = model?.writes
    ? "model, the language model of this server, which costs money, or nobody, so that what is not kept is refused (default: model)"
    : "nobody; this server has no language model to write with";
  return z.enum(["model", "nobody"]).optional().describe(
    `Who writes the behaviours that are words: ${available}`,
  );
}

/**
 * Reads who writes behaviours: whoever started the server says so where a call does not.
 *
 * @throws {CommandFailure} when a call wants a model that there is not.
 */
export function authorOf(
  author: "model" | "nobody" | undefined,
  model: ServedModel | undefined,
): "model" | undefined {
  if (author === "model" && !model?.writes) {
    throw noModel("have anything written by a model", "--author model");
  }
  return author === "nobody" || !model?.writes ? undefined : "model";
}

function noModel(what: string, flag: string): CommandFailure {
  return new CommandFailure(
    `Cannot ${what}: found a server without one for that; whoever starts it gives it one: autocoder mcp ${flag} --provider NAME --model NAME, with the key in its environment. No call can`,
    EXIT.couldNotRun,
  );
}
