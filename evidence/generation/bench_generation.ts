/**
 * Measures generation: its steps in memory, templates and formatting in two ways each, and the whole as a process.
 *
 * @module
 */
import { type Circumstances, circumstances, record, table } from "../record.ts";
import { readInputs } from "./inputs.ts";
import { measureMemory, type MemoryResult } from "./measure_memory.ts";
import { measureParallel, type ParallelResult } from "./measure_parallel.ts";
import { measureProcess, type ProcessResult } from "./measure_process.ts";
import {
  measureComponents,
  measureSteps,
  type StepResult,
} from "./measure_steps.ts";
import { measureTemplates, type TemplateResult } from "./measure_templates.ts";

interface Results {
  readonly circumstances: Circumstances;
  readonly memory: MemoryResult;
  /** By input. */
  readonly inputs: Readonly<Record<string, InputResult>>;
  readonly withoutVerification: ProcessResult;
  readonly withVerification: ProcessResult;
}

interface InputResult {
  readonly steps: StepResult;
  /** Median milliseconds, by path. */
  readonly components: Readonly<Record<string, number>>;
  readonly templates: TemplateResult;
  readonly formatting: ParallelResult;
}

/** Runs all measurements and records them. */
export async function benchGeneration(): Promise<void> {
  const memory = await measureMemory(); // first: nothing is loaded yet
  const inputs: Record<string, InputResult> = {};
  for (const input of await readInputs()) {
    inputs[input.name] = {
      steps: await measureSteps(input, { warmUps: 3, runs: RUNS }),
      components: await measureComponents(input, RUNS),
      templates: await measureTemplates(input, RUNS),
      formatting: await measureParallel(input, RUNS),
    };
  }
  const results: Results = {
    circumstances: await circumstances(
      "deno run -A evidence/generation/bench_generation.ts",
    ),
    memory,
    inputs,
    withoutVerification: await measureProcess(["--no-verify"], 7),
    withVerification: await measureProcess([], 3),
  };
  await record(new URL("./", import.meta.url), results, markdown(results));
}

function markdown(results: Results): string {
  const inputs = Object.entries(results.inputs);
  const stepRows = inputs.map((
    [name, { steps: { files, medians, slowestTotalMs } }],
  ) => [
    name,
    String(files),
    ms(medians.understandMs),
    ms(medians.planMs),
    ms(medians.renderMs),
    ms(medians.formatMs),
    ms(medians.totalMs),
    ms(slowestTotalMs),
  ]);
  const componentRows = inputs.flatMap(([name, { components }]) =>
    Object.entries(components).map((
      [path, time],
    ) => [`${name}: ${path}`, ms(time)])
  );
  return `# Generation

From an input to formatted files in memory, warm: medians of ${RUNS} runs after 3, in milliseconds. "request" is the mission's, word for word; "blueprint" is tests/golden/shop_orders. Goal: a total under 150 ms, each component under 50 ms.

${
    table([
      "",
      "files",
      "understand",
      "plan",
      "render",
      "format",
      "total",
      "slowest total",
    ], stepRows)
  }
${table(["component", "render and format, ms"], componentRows)}
${variantTable(results)}
${processTable(results)}`;
}

function variantTable({ inputs }: Results): string {
  const rows = Object.entries(inputs).map((
    [name, { templates, formatting }],
  ) => [
    name,
    ms(templates.precompiledMs),
    ms(templates.compiledAtRunTimeMs),
    ms(formatting.sequentialMs),
    ms(formatting.parallelMs),
    ms(formatting.startMs),
  ]);
  const workers = Object.values(inputs)[0]?.formatting.workers ?? 0;
  return `Each variant switched on and off, medians of ${RUNS}, in milliseconds. A process that generates once pays for the workers' start.

${
    table([
      "",
      "templates precompiled",
      "compiled at run time",
      "formatted in one thread",
      `in ${workers} workers`,
      "starting the workers",
    ], rows)
  }`;
}

function processTable(
  { memory, withoutVerification, withVerification }: Results,
): string {
  return table(["the mission's request", "median", "goal"], [
    [
      "generate --no-verify, process, 7 runs",
      `${ms(withoutVerification.medianMs)} ms`,
      "< 700 ms",
    ],
    [
      "generate, all four tiers, filled caches, 3 runs",
      `${ms(withVerification.medianMs)} ms`,
      "< 10 000 ms",
    ],
    [
      "added memory (RSS), first generation",
      `${mib(memory.firstRssBytes)} MiB`,
      "< 100 MB",
    ],
    [
      "added memory (RSS), after 20",
      `${mib(memory.afterManyRssBytes)} MiB`,
      "",
    ],
    [
      "added heap in use, after 20",
      `${mib(memory.afterManyHeapBytes)} MiB`,
      "",
    ],
  ]);
}

function ms(milliseconds: number): string {
  return milliseconds.toFixed(milliseconds < 100 ? 1 : 0);
}

function mib(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}

const RUNS = 20;

if (import.meta.main) await benchGeneration();
