/**
 * Compares precompiled templates with templates that are compiled at run time.
 *
 * @module
 */
import { renderPrecompiled } from "../../generator/output/render_plan.ts";
import { readTree } from "../../templates/bundle.ts";
import {
  compileTemplate,
  type TemplateFunction,
} from "../../templates/compile_template.ts";
import { median } from "../record.ts";
import type { Input } from "./inputs.ts";
import { timeSteps } from "./measure_steps.ts";

/** Medians of the milliseconds spent in templates, warm. */
export interface TemplateResult {
  readonly precompiledMs: number;
  /** Every template is read in memory and compiled once a generation. */
  readonly compiledAtRunTimeMs: number;
}

/** Measures both ways in turns; throws if they render differently. */
export async function measureTemplates(
  input: Input,
  runs: number,
): Promise<TemplateResult> {
  const sources = new Map(
    await readTree(
      new URL("../../templates/", import.meta.url),
      (path) => path.endsWith(".eta"),
    ),
  );
  await timeSteps(input, comparingRenderer(sources));
  const precompiled: number[] = [];
  const compiled: number[] = [];
  for (let i = 0; i < runs; i++) {
    precompiled.push((await timeSteps(input)).renderMs);
    compiled.push((await timeSteps(input, runTimeRenderer(sources))).renderMs);
  }
  return {
    precompiledMs: median(precompiled),
    compiledAtRunTimeMs: median(compiled),
  };
}

function runTimeRenderer(
  sources: ReadonlyMap<string, string>,
): (path: string, view: unknown) => string {
  const functions = new Map<string, TemplateFunction>();
  return (path, view) => {
    let render = functions.get(path);
    if (!render) {
      render = compileTemplate(sources.get(path) ?? "", path);
      functions.set(path, render);
    }
    return render(view);
  };
}

function comparingRenderer(
  sources: ReadonlyMap<string, string>,
): (path: string, view: unknown) => string {
  const render = runTimeRenderer(sources);
  return (path, view) => {
    const text = render(path, view);
    if (text === renderPrecompiled(path, view)) return text;
    throw new Error(`Cannot compare "${path}": found two renderings`);
  };
}
