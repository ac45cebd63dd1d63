/**
 * How long an answer takes in a system that is otherwise idle.
 *
 * @module
 */
import {
  HarnessComponent,
  type PortSpec,
  SystemExecutionHarness,
} from "@autocoder/harness";
import { median } from "../record.ts";
import { ROUNDS } from "./in_turns.ts";

/** Microseconds from a request to its answer: two hops. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

/** Measures two thousand requests, one at a time, several times over; returns the medians. */
export async function latency(): Promise<Latency> {
  const rounds: Latency[] = [];
  for (let n = 0; n < ROUNDS; n++) rounds.push(await round());
  return {
    p50: median(rounds.map(({ p50 }) => p50)),
    p99: median(rounds.map(({ p99 }) => p99)),
  };
}

async function round(): Promise<Latency> {
  const asker = new Asker("asker", undefined);
  await new SystemExecutionHarness()
    .registerComponent(asker)
    .registerComponent(new Echo("echo", undefined))
    .connect("asker.ask", "echo.in", { type: "request_reply" })
    .run();
  const sorted = asker.micros.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)]!;
  return { p50: at(0.5), p99: at(0.99) };
}

type Ports = Readonly<Record<string, PortSpec>>;

class Asker extends HarnessComponent {
  override readonly ports: Ports = { ask: { direction: "out" } };
  readonly micros: number[] = [];
  override async process(): Promise<void> {
    for (let n = 0; n < WARM_UP + MEASURED; n++) {
      // A turn of the event loop between two: the system is idle when it is asked.
      await new Promise((resolve) => setTimeout(resolve, 0));
      const begin = performance.now();
      await this.request("ask", n);
      if (n >= WARM_UP) this.micros.push((performance.now() - begin) * 1000);
    }
  }
}

class Echo extends HarnessComponent {
  override readonly ports: Ports = { in: { direction: "in" } };
  override process(): Promise<void> {
    return this.serve({ in: (value: unknown) => value });
  }
}

const WARM_UP = 200;
const MEASURED = 2_000;
