/**
 * Measures the harness against its goals and, consumed the same way in the same run, against its peers.
 *
 * @module
 */
import { type Circumstances, circumstances } from "../record.ts";
import { anyioHop } from "./anyio_hop.ts";
import { EFFECT, EFFECT_HOPS, hasEffect } from "./effect_hops.ts";
import { AWAITED_HOPS, type Hop, SYNCHRONOUS_HOPS } from "./hops.ts";
import { inTurns, type Run } from "./in_turns.ts";
import { type Latency, latency } from "./latency.ts";
import { type Lifecycle, lifecycle } from "./lifecycle.ts";
import { type Resident, resident } from "./resident.ts";
import { keepResults } from "./results_page.ts";
import { ITEMS, runAlone } from "./run_alone.ts";
import { COMPONENT_RUNS, type ComponentCosts } from "./three_components.ts";

/** What is measured here. */
export interface Numbers {
  readonly circumstances: Circumstances;
  /** Items of each run. */
  readonly items: number;
  /** Nanoseconds an item, by mechanism. */
  readonly awaitedHops: Readonly<Record<string, number>>;
  /** Nanoseconds an item where nothing is awaited, by mechanism. */
  readonly synchronousHops: Readonly<Record<string, number>>;
  readonly costs: ComponentCosts;
  readonly lifecycle: Lifecycle;
  readonly latencyMicros: Latency;
  readonly residentBytes: Resident;
  /** What could not be measured, and why. */
  readonly notMeasured: readonly string[];
}

/** Measures everything and records it. */
export async function benchHarness(): Promise<void> {
  const notMeasured: string[] = [];
  const effect = await hasEffect();
  if (!effect) notMeasured.push(`Effect: ${EFFECT} could not be loaded`);
  const anyio = await anyioHop(ITEMS);
  if (!anyio) notMeasured.push("AnyIO: python3 does not have it here");
  const awaited = alone({ ...AWAITED_HOPS, ...(effect && EFFECT_HOPS) });
  if (anyio) awaited["AnyIO memory stream: send, async for"] = anyio.run;
  const numbers: Numbers = {
    circumstances: await circumstances(
      "deno run -A evidence/harness/bench_harness.ts",
      { ...(anyio && { anyio: anyio.version }) },
    ),
    items: ITEMS,
    awaitedHops: await inTurns(awaited),
    synchronousHops: await inTurns(alone(SYNCHRONOUS_HOPS)),
    costs: await inTurns(alone(COMPONENT_RUNS)),
    lifecycle: await lifecycle(1000),
    latencyMicros: await latency(),
    residentBytes: await resident(),
    notMeasured,
  };
  await keepResults("results.json", numbers);
}

function alone<Name extends string>(
  hops: Readonly<Record<Name, Hop>>,
): Record<Name, Run> {
  // Every name gets its run.
  return Object.fromEntries(
    Object.keys(hops).map((name) => [name, () => runAlone(name)]),
  ) as Record<Name, Run>;
}

if (import.meta.main) await benchHarness();
