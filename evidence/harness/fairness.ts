/**
 * How a saturated system treats everything else: timers, a health endpoint, signals and its own stop.
 * Each system runs in a process of its own for ten seconds and is asked from this one.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { type Circumstances, circumstances } from "../record.ts";
import type { Listening, SystemFigures } from "./fairness_system.ts";
import { keepResults } from "./results_page.ts";
import { SATURATED } from "./saturated.ts";
import { wallClock } from "./wall_clock.ts";

/** What is measured here. */
export interface Fairness {
  readonly circumstances: Circumstances;
  /** Seconds of each. */
  readonly seconds: number;
  readonly systems: readonly FairnessFigures[];
}

/** How one system behaved. */
export interface FairnessFigures extends Omit<SystemFigures, "signalsAt"> {
  readonly name: string;
  /** Milliseconds from a request to its answer, from another process. */
  readonly health: {
    readonly count: number;
    readonly p50: number;
    readonly p99: number;
    readonly longest: number;
  };
  /** Milliseconds from a SIGUSR2 to its handler, the longest of many. */
  readonly signalMs: number;
  /** Milliseconds from SIGTERM to its handler. */
  readonly sigtermMs: number;
}

/** Measures all, or those whose name contains the text; tells whether each stopped with an exact ledger. */
export async function measureFairness(wanted = ""): Promise<boolean> {
  const systems: FairnessFigures[] = [];
  for (const name of Object.keys(SATURATED)) {
    if (name.includes(wanted)) systems.push(await measure(name));
  }
  const results: Fairness = {
    circumstances: await circumstances(
      "deno run -A evidence/harness/fairness.ts",
    ),
    seconds: SECONDS,
    systems,
  };
  await keepResults("fairness.json", results);
  return systems.every(({ exact }) => exact);
}

async function measure(name: string): Promise<FairnessFigures> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      fileURLToPath(new URL("fairness_system.ts", import.meta.url)),
      name,
    ],
    stdout: "piped",
  }).spawn();
  const lines = linesOf(child.stdout);
  const { port } = await next<Listening>(lines);
  const sentAt: number[] = [];
  const signals = setInterval(() => {
    sentAt.push(wallClock());
    child.kill("SIGUSR2");
  }, 500);
  const health = await askHealth(`http://127.0.0.1:${port}/health`);
  clearInterval(signals);
  sentAt.push(wallClock());
  child.kill("SIGTERM");
  const { signalsAt, ...figures } = await next<SystemFigures>(lines);
  await child.status;
  const delays = signalsAt.map((at, i) => at - sentAt[i]!);
  return {
    name,
    ...figures,
    health,
    signalMs: Math.max(...delays.slice(0, -1)),
    sigtermMs: delays.at(-1) ?? NaN,
  };
}

async function askHealth(url: string): Promise<FairnessFigures["health"]> {
  const times: number[] = [];
  const end = performance.now() + SECONDS * 1000;
  while (performance.now() < end) {
    const begin = performance.now();
    const response = await fetch(url);
    await response.json();
    times.push(performance.now() - begin);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  times.sort((a, b) => a - b);
  return {
    count: times.length,
    p50: times[Math.floor(times.length * 0.5)] ?? NaN,
    p99: times[Math.floor(times.length * 0.99)] ?? NaN,
    longest: times.at(-1) ?? NaN,
  };
}

async function* linesOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

async function next<T>(lines: AsyncGenerator<string>): Promise<T> {
  const { value, done } = await lines.next();
  if (done) throw new Error("Cannot measure: found no answer of the system");
  return JSON.parse(value);
}

const SECONDS = 10;

if (import.meta.main) Deno.exit(await measureFairness(Deno.args[0]) ? 0 : 1);
