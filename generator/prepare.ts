/**
 * From what a user gives (a request, or a blueprint's text) to a checked system model.
 *
 * @module
 */
import type { Blueprint, RequirementBlueprint } from "./blueprint/blueprint.ts";
import { writeBlueprint } from "./blueprint/write_blueprint.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { compileBlueprint } from "./model/compile_blueprint.ts";
import { expand } from "./model/expand.ts";
import type { SystemModel } from "./model/system_model.ts";
import type { PlannedSentence, PlanResult } from "./planner/plan_result.ts";

/** A blueprint with its text, checked and expanded. */
export interface PreparedSystem {
  /** The model; missing when a diagnostic is an error. */
  readonly model?: SystemModel;
  /** The blueprint; missing when it could not be read or planned. */
  readonly blueprint?: Blueprint;
  /** The blueprint's text, as it goes into the output. */
  readonly blueprintText: string;
  /** Everything found, errors and assumptions alike. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text that the diagnostics' positions count in. */
  readonly source: { readonly name: string; readonly text: string };
  /** How the request was understood, when there was one. */
  readonly understanding?: PlanResult;
}

/** Plans a request in plain words; the planner is loaded only here. */
export async function prepareRequest(request: string): Promise<PreparedSystem> {
  const { plan } = await import("./planner/plan.ts");
  const understanding = await plan(request);
  const { diagnostics } = understanding;
  const source = { name: "request", text: request };
  if (!understanding.blueprint || hasErrors(diagnostics)) {
    return { blueprintText: "", diagnostics, source, understanding };
  }
  const blueprint = withMissed(
    understanding.blueprint,
    understanding.sentences,
  );
  const expanded = expand(blueprint);
  return {
    ...(expanded.model ? { model: expanded.model } : {}),
    blueprint,
    blueprintText: writeBlueprint(blueprint),
    diagnostics: [...diagnostics, ...expanded.diagnostics],
    source,
    understanding,
  };
}

/**
 * Adds what was not understood as requirements that nothing covers: so the blueprint says it, and so
 * does every verification.
 */
function withMissed(
  blueprint: Blueprint,
  sentences: readonly PlannedSentence[],
): Blueprint {
  const missed = sentences.flatMap(({ notUnderstood }) => notUnderstood ?? []);
  if (missed.length === 0) return blueprint;
  const uncovered = missed.map((text): RequirementBlueprint => ({
    text,
    covers: [],
  }));
  return {
    ...blueprint,
    requirements: [...(blueprint.requirements ?? []), ...uncovered],
  };
}

/** Parses and expands a blueprint's text. */
export function prepareBlueprint(
  text: string,
  fileName: string,
): PreparedSystem {
  const compiled = compileBlueprint(text, { fileName });
  return { ...compiled, blueprintText: text, source: { name: fileName, text } };
}

/** Tells whether any of the diagnostics stops generation. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
