/**
 * Times the steps from an input to formatted files in memory.
 *
 * @module
 */
import { generateFiles } from "../../generator/generate.ts";
import { loadFormatter } from "../../generator/output/format_text.ts";
import {
  renderPrecompiled,
  type RenderTemplate,
} from "../../generator/output/render_plan.ts";
import { planFiles } from "../../generator/plan/plan_files.ts";
import { median } from "../record.ts";
import { type Input, modelOf } from "./inputs.ts";

/** Milliseconds of each step. */
export interface Steps {
  /** From the request or the blueprint's text to a checked model. */
  readonly understandMs: number;
  /** From the model to the plan of files. */
  readonly planMs: number;
  readonly renderMs: number;
  readonly formatMs: number;
  /** All of it, hashes for the manifest included. */
  readonly totalMs: number;
}

/** How one input was generated, warm. */
export interface StepResult {
  readonly files: number;
  /** Medians, each of its own. */
  readonly medians: Steps;
  /** The longest of all runs. */
  readonly slowestTotalMs: number;
}

/** Generates an input again and again, a few times before the clock runs. */
export async function measureSteps(
  input: Input,
  options: { readonly warmUps: number; readonly runs: number },
): Promise<StepResult> {
  const runs: Steps[] = [];
  let files = 0;
  for (let i = 0; i < options.warmUps + options.runs; i++) {
    const run = await timeSteps(input);
    files = run.files;
    if (i >= options.warmUps) runs.push(run);
  }
  const of = (step: keyof Steps) => median(runs.map((run) => run[step]));
  return {
    files,
    medians: {
      understandMs: of("understandMs"),
      planMs: of("planMs"),
      renderMs: of("renderMs"),
      formatMs: of("formatMs"),
      totalMs: of("totalMs"),
    },
    slowestTotalMs: Math.max(...runs.map(({ totalMs }) => totalMs)),
  };
}

/** Generates an input once. */
export async function timeSteps(
  input: Input,
  render?: RenderTemplate,
): Promise<Steps & { readonly files: number }> {
  const start = performance.now();
  const prepared = await input.prepare();
  const understood = performance.now();
  const { files, figures } = await generateFiles(
    modelOf(prepared),
    prepared.blueprintText,
    { render },
  );
  return {
    files: files.length,
    understandMs: understood - start,
    planMs: figures.planMs,
    renderMs: figures.renderMs,
    formatMs: figures.formatMs,
    totalMs: performance.now() - start,
  };
}

/** Times each component file of an input: render and format, median milliseconds by path. */
export async function measureComponents(
  input: Input,
  runs: number,
): Promise<Readonly<Record<string, number>>> {
  const formatter = await loadFormatter();
  const prepared = await input.prepare();
  const plan = planFiles(modelOf(prepared), prepared.blueprintText);
  const times: Record<string, number> = {};
  for (const { path, type, source } of plan.waves.flat()) {
    if (type !== "component" || source.kind !== "template") continue;
    const samples = Array.from({ length: runs }, () => {
      const start = performance.now();
      formatter.format(path, renderPrecompiled(source.template, source.view));
      return performance.now() - start;
    });
    times[path] = median(samples);
  }
  return times;
}
