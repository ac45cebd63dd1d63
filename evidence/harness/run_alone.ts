/**
 * Runs one thing in a process of its own, so that it is not slowed by what the compiler learnt from
 * another, and prints the nanoseconds an item: the argument names it.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { median } from "../record.ts";
import { EFFECT_HOPS } from "./effect_hops.ts";
import { AWAITED_HOPS, type Hop, SYNCHRONOUS_HOPS } from "./hops.ts";
import { COMPONENT_RUNS } from "./three_components.ts";

/** Items of each run. */
export const ITEMS = 100_000;

/** Returns the nanoseconds an item of a process: the median of many runs after a warm-up. */
export async function runAlone(name: string): Promise<number> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", fileURLToPath(import.meta.url), name],
  }).output();
  const decoder = new TextDecoder();
  if (!success) {
    throw new Error(`Cannot measure "${name}": ${decoder.decode(stderr)}`);
  }
  return Number(decoder.decode(stdout));
}

const ALL: Readonly<Record<string, Hop>> = {
  ...AWAITED_HOPS,
  ...SYNCHRONOUS_HOPS,
  ...EFFECT_HOPS,
  ...COMPONENT_RUNS,
};

async function main(name: string): Promise<void> {
  const hop = ALL[name]!;
  await repeat(hop, WARM_UP_MS);
  const nanos = await repeat(hop, MEASURED_MS);
  Deno.stdout.writeSync(new TextEncoder().encode(String(median(nanos))));
}

/** Runs it for so many milliseconds; returns the nanoseconds an item of each run. */
async function repeat(hop: Hop, milliseconds: number): Promise<number[]> {
  const nanos: number[] = [];
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    const startedAt = performance.now();
    await hop(ITEMS);
    nanos.push((performance.now() - startedAt) * 1e6 / ITEMS);
  }
  return nanos;
}

const WARM_UP_MS = 300;
const MEASURED_MS = 500;

if (import.meta.main) await main(Deno.args[0] ?? "");
