/**
 * Text → {@link SystemModel} in one step, with everything that was found on the way.
 *
 * @module
 */
import type { Blueprint } from "../blueprint/blueprint.ts";
import type { SourcePositions } from "../blueprint/diagnostic_list.ts";
import { parseBlueprint, type ParseOptions } from "../blueprint/parse.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { expand } from "./expand.ts";
import type { SystemModel } from "./system_model.ts";

/** What compiling gives. */
export interface CompiledBlueprint {
  /** The blueprint; missing when its text has errors. */
  readonly blueprint?: Blueprint;
  /** The model; missing when a diagnostic is an error. */
  readonly model?: SystemModel;
  /**
   * What was found and assumed, in the order of the text; what has no place stands last. Beside errors, what was
   * assumed is left out: it may rest on them.
   */
  readonly diagnostics: readonly Diagnostic[];
  /** Where each path of the blueprint stands. */
  readonly positions: SourcePositions;
}

/** Parses, checks and expands a blueprint's text. Never throws, whatever the text; pure and synchronous. */
export function compileBlueprint(
  text: string,
  options: ParseOptions = {},
): CompiledBlueprint {
  const { blueprint, diagnostics, positions } = parseBlueprint(text, options);
  if (!blueprint) {
    return { diagnostics: inOrder(withoutAssumed(diagnostics)), positions };
  }
  const expanded = expand(blueprint, { positions });
  const all = [...diagnostics, ...expanded.diagnostics];
  return expanded.model
    ? { blueprint, model: expanded.model, diagnostics: inOrder(all), positions }
    : { blueprint, diagnostics: inOrder(withoutAssumed(all)), positions };
}

/** Orders diagnostics by their place in the text. */
export function inOrder(
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) =>
    (a.position?.line ?? Infinity) - (b.position?.line ?? Infinity) ||
    (a.position?.column ?? 0) - (b.position?.column ?? 0) || 0
  );
}

/** Leaves out what was assumed: beside errors it may rest on them. */
export function withoutAssumed(
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity !== "assumed");
}
