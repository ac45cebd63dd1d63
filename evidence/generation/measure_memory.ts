/**
 * Measures the memory that generation adds to a process that has loaded the program.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { readInputs } from "./inputs.ts";
import { timeSteps } from "./measure_steps.ts";

/** Added memory, in bytes. */
export interface MemoryResult {
  /** Resident memory after the first generation, the formatter and the planner's words loaded with it. */
  readonly firstRssBytes: number;
  /** Resident memory after twenty. */
  readonly afterManyRssBytes: number;
  /** Heap in use after twenty, uncollected. */
  readonly afterManyHeapBytes: number;
}

/** Measures in a process of its own, from the mission's request. */
export async function measureMemory(): Promise<MemoryResult> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", fileURLToPath(import.meta.url)],
  }).output();
  const decoder = new TextDecoder();
  if (code !== 0) {
    throw new Error(`Cannot measure memory: ${decoder.decode(stderr)}`);
  }
  return JSON.parse(decoder.decode(stdout));
}

async function main(): Promise<void> {
  const [input] = await readInputs();
  const before = Deno.memoryUsage();
  await timeSteps(input!);
  const first = Deno.memoryUsage();
  for (let i = 1; i < 20; i++) await timeSteps(input!);
  const many = Deno.memoryUsage();
  const result: MemoryResult = {
    firstRssBytes: first.rss - before.rss,
    afterManyRssBytes: many.rss - before.rss,
    afterManyHeapBytes: many.heapUsed - before.heapUsed,
  };
  Deno.stdout.writeSync(new TextEncoder().encode(JSON.stringify(result)));
}

if (import.meta.main) await main();
