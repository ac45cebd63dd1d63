/**
 * Ten minutes of a system under changing load and faults by a seed: `deno task soak`, or so many minutes
 * as the first argument says, with the seed as the second. Records the memory curve and what became of
 * every message; fails when memory grows, messages are lost, or nothing moves.
 *
 * @module
 */
import {
  ledgerBalances,
  type StopReport,
  type SystemExecutionHarness,
} from "@autocoder/harness";
import { type Circumstances, circumstances, print } from "../record.ts";
import { keepResults } from "./results_page.ts";
import { soakCurve } from "./soak_curve.ts";
import { SoakFaults } from "./soak_faults.ts";
import { soakSystem } from "./soak_system.ts";
import { type SoakVerdict, soakVerdict } from "./soak_verdict.ts";

/** What is measured here. */
export interface Soak {
  readonly circumstances: Circumstances;
  readonly minutes: number;
  readonly seed: number;
  /** Sixty of them, evenly spread. */
  readonly samples: readonly SoakSample[];
  readonly stop: Pick<
    StopReport,
    "ledger" | "abandoned" | "failed" | "deadLetters" | "durationMs"
  >;
  readonly verdict: SoakVerdict;
}

/** One look at the running system. */
export interface SoakSample {
  readonly minute: number;
  /** Resident memory. */
  readonly rssBytes: number;
  /** Heap in use after a collection of all garbage. */
  readonly heapBytes: number;
  /** Orders that came to the end so far. */
  readonly kept: number;
  /** Messages of all connections so far: those accepted, and what became of them. */
  readonly accepted: number;
  readonly dropped: number;
  readonly dead: number;
  /** Restarts of all components so far. */
  readonly restarts: number;
  /** Faults so far. */
  readonly faults: number;
  /** Messages of dead letters that were sent again so far. */
  readonly redriven: number;
  /** Whether every connection's ledger is exact at this moment. */
  readonly balanced: boolean;
}

/** Runs it; tells whether the verdict is good. */
export async function soak(minutes: number, seed: number): Promise<boolean> {
  const faults = new SoakFaults(seed);
  const { harness, kept } = soakSystem(seed, faults);
  await harness.start();
  const samples: SoakSample[] = [];
  let redriven = 0;
  for (let n = 1; n <= SAMPLES; n++) {
    await new Promise((resolve) =>
      setTimeout(resolve, minutes * 60_000 / SAMPLES)
    );
    const minute = n * minutes / SAMPLES;
    const sample = look(harness);
    samples.push({
      minute,
      ...sample,
      kept: kept(),
      faults: faults.struck,
      redriven,
    });
    if (n % (SAMPLES / 10) === 0) {
      print(`${JSON.stringify(samples.at(-1))}\n`);
      redriven += (await harness.redrive()).accepted;
      faults.renew();
    }
  }
  const { ledger, abandoned, failed, deadLetters, durationMs } = await harness
    .stop();
  const stop = { ledger, abandoned, failed, deadLetters, durationMs };
  const verdict = soakVerdict(samples, ledger);
  await Deno.writeTextFile(
    new URL("soak.svg", import.meta.url),
    soakCurve(samples),
  );
  await keepResults("soak.json", {
    circumstances: await circumstances("deno task soak"),
    minutes,
    seed,
    samples,
    stop,
    verdict,
  });
  return verdict.good;
}

function look(
  harness: SystemExecutionHarness,
): Omit<SoakSample, "minute" | "kept" | "faults" | "redriven"> {
  collectGarbage();
  const { rss, heapUsed } = Deno.memoryUsage();
  const { channels, components } = harness.metrics();
  const sum = (numbers: readonly number[]) =>
    numbers.reduce((total, number) => total + number, 0);
  return {
    rssBytes: rss,
    heapBytes: heapUsed,
    accepted: sum(channels.map((channel) => channel.sent)),
    dropped: sum(channels.map((channel) => channel.dropped)),
    dead: sum(channels.map((channel) => channel.dead)),
    restarts: sum(components.map((component) => component.restarts)),
    balanced: channels.every(ledgerBalances),
  };
}

function collectGarbage(): void {
  const { gc } = globalThis as { readonly gc?: () => void };
  if (!gc) {
    throw new Error(
      "Cannot measure the heap: found no gc(), wanted --v8-flags=--expose-gc",
    );
  }
  gc();
}

const SAMPLES = 60;

if (import.meta.main) {
  const [minutes = "10", seed = "3"] = Deno.args;
  Deno.exit(await soak(Number(minutes), Number(seed)) ? 0 : 1);
}
