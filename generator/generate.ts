/**
 * From a system model to files in memory: plan, render, format. Pure but for loading the formatter.
 *
 * @module
 */
import { behaviorsOf } from "./authored/behaviors.ts";
import type { SystemModel } from "./model/system_model.ts";
import { loadFormatter } from "./output/format_text.ts";
import { MANIFEST_PATH, manifestText } from "./output/manifest.ts";
import {
  type OutputFile,
  type RenderFigures,
  renderPlan,
  type RenderTemplate,
} from "./output/render_plan.ts";
import { withFieldExamples } from "./plan/field_examples.ts";
import { planFiles, type PlanOptions } from "./plan/plan_files.ts";
import { TOOL_VERSION } from "./version.ts";

/** Options of {@link generateFiles}. */
export interface GenerateOptions extends PlanOptions {
  /** Stops between two files. */
  readonly signal?: AbortSignal;
  /** How templates are rendered. @default the precompiled templates */
  readonly render?: RenderTemplate;
}

/** A system in memory. */
export interface GeneratedFiles {
  /** Every file, the manifest included, sorted by path. */
  readonly files: readonly OutputFile[];
  /** What was made and how long it took. */
  readonly figures: GenerationFigures;
}

/** The figures of a generation. */
export interface GenerationFigures extends RenderFigures {
  /** Milliseconds to plan the files. */
  readonly planMs: number;
}

/**
 * Generates the files of a system; the same model gives the same bytes.
 *
 * @throws {TypeError} when nothing is written yet for one of its behaviours.
 * @throws {PatternWithoutExample} when a field's pattern fits no text that its other rules allow.
 */
export async function generateFiles(
  system: SystemModel,
  blueprintText: string,
  options: GenerateOptions = {},
): Promise<GeneratedFiles> {
  const unwritten = behaviorsOf(system).find(({ logic }) =>
    logic.run === undefined
  );
  if (unwritten) {
    throw new TypeError(
      `Cannot generate "${system.name.snake}": found nothing written for the behaviour "${unwritten.logic.path}"`,
    );
  }
  const formatter = await loadFormatter();
  const start = performance.now();
  const plan = planFiles(
    await withFieldExamples(system),
    blueprintText,
    options,
  );
  const planMs = performance.now() - start;
  const { files, figures } = renderPlan(plan, formatter, options);
  const manifest: OutputFile = {
    path: MANIFEST_PATH,
    text: await manifestText(files, {
      system: system.name.snake,
      version: TOOL_VERSION,
    }),
    type: "project",
    phase: "scaffold",
    ownership: "generated",
  };
  return { files: [manifest, ...files], figures: { ...figures, planMs } };
}
