/**
 * Compares formatting in one thread with formatting in a pool of workers.
 *
 * @module
 */
import { loadFormatter } from "../../generator/output/format_text.ts";
import { renderPrecompiled } from "../../generator/output/render_plan.ts";
import { planFiles } from "../../generator/plan/plan_files.ts";
import { median } from "../record.ts";
import { FormatPool, type RenderedFile } from "./format_pool.ts";
import { type Input, modelOf } from "./inputs.ts";

/** Medians of milliseconds to format all files of a system. */
export interface ParallelResult {
  readonly workers: number;
  readonly sequentialMs: number;
  /** In workers that run already. */
  readonly parallelMs: number;
  /** To start the workers and load their formatters, which each process pays once. */
  readonly startMs: number;
}

/** Measures both in turns; throws if they format differently. */
export async function measureParallel(
  input: Input,
  runs: number,
): Promise<ParallelResult> {
  const workers = navigator.hardwareConcurrency;
  const files = await renderedFiles(input);
  const formatter = await loadFormatter();
  const sequentially = (): Promise<RenderedFile[]> =>
    Promise.resolve(files.map(({ path, text }) => ({
      path,
      text: formatter.format(path, text),
    })));
  const startedAt = performance.now();
  using pool = await FormatPool.start(workers);
  const startMs = performance.now() - startedAt;
  if (
    fingerprint(await sequentially()) !== fingerprint(await pool.format(files))
  ) {
    throw new Error("Cannot compare: found two results of formatting");
  }
  const sequential: number[] = [];
  const parallel: number[] = [];
  for (let i = 0; i < runs; i++) {
    sequential.push(await timed(sequentially));
    parallel.push(await timed(() => pool.format(files)));
  }
  return {
    workers,
    sequentialMs: median(sequential),
    parallelMs: median(parallel),
    startMs,
  };
}

async function renderedFiles(input: Input): Promise<RenderedFile[]> {
  const prepared = await input.prepare();
  const plan = planFiles(modelOf(prepared), prepared.blueprintText);
  return plan.waves.flat().flatMap(({ path, source }) =>
    source.kind === "template"
      ? [{ path, text: renderPrecompiled(source.template, source.view) }]
      : []
  );
}

function fingerprint(files: readonly RenderedFile[]): string {
  const sorted = files.toSorted((a, b) => a.path < b.path ? -1 : 1);
  return JSON.stringify(sorted);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
