/**
 * A saturated system in a process of its own, with a timer, a health endpoint and signals; what it is
 * asked from outside is in fairness.ts. The argument names the system. Prints one line of JSON when it
 * listens, and one with its figures when it has stopped after SIGTERM.
 *
 * @module
 */
import process from "node:process";
import { wallClock } from "./wall_clock.ts";
import { SATURATED } from "./saturated.ts";

/** The first line. */
export interface Listening {
  readonly port: number;
}

/** The last line. */
export interface SystemFigures {
  readonly messagesPerSecond: number;
  /** The part of the time that the process spent on a processor; more than 1 with its helper threads. */
  readonly busy: number;
  /** Milliseconds between two calls of a timer of 5 ms. */
  readonly timer: TimerFigures;
  /** When each SIGUSR2 was handled, and SIGTERM as the last: milliseconds of the Unix epoch. */
  readonly signalsAt: readonly number[];
  /** Milliseconds that the stop took. */
  readonly stopMs: number;
  /** Whether the ledger is exact and everything ended in good order. */
  readonly exact: boolean;
}

/** How a timer fared. */
export interface TimerFigures {
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  /** Of the longest gap, milliseconds in which the system had given the processor to others; Linux only. */
  readonly longestWithoutProcessor: number;
  /** The longest gap when such time is taken off each. */
  readonly longestOfOurs: number;
}

async function main(name: string): Promise<void> {
  const system = await SATURATED[name]!();
  const startedAt = performance.now();
  const cpuAtStart = processorMs();
  const timer = watchTimer();
  const signalsAt: number[] = [];
  Deno.addSignalListener("SIGUSR2", () => signalsAt.push(wallClock()));
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: ({ port }) => say({ port }),
  }, () => Response.json(system.health()));
  await new Promise<void>((resolve) =>
    Deno.addSignalListener("SIGTERM", () => {
      signalsAt.push(wallClock());
      resolve();
    })
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const stopFrom = performance.now();
  const figures = {
    messagesPerSecond: system.delivered() / seconds,
    busy: (processorMs() - cpuAtStart) / 1000 / seconds,
    timer: timer(),
  };
  const exact = await system.stop();
  const stopMs = performance.now() - stopFrom;
  await server.shutdown();
  say({ ...figures, signalsAt, stopMs, exact });
  Deno.exit(0); // signal listeners keep a process
}

/** Watches the gaps of a timer until it is called. */
function watchTimer(): () => TimerFigures {
  const gaps: number[] = [];
  let longest = { gap: 0, waited: 0 };
  let longestOfOurs = 0;
  let calledAt = performance.now();
  let waitedBefore = waitedMs();
  const interval = setInterval(() => {
    const gap = performance.now() - calledAt;
    const waited = waitedMs() - waitedBefore;
    gaps.push(gap);
    if (gap > longest.gap) longest = { gap, waited };
    longestOfOurs = Math.max(longestOfOurs, gap - waited);
    calledAt += gap;
    waitedBefore += waited;
  }, 5);
  return () => {
    clearInterval(interval);
    gaps.sort((a, b) => a - b);
    return {
      p50: gaps[Math.floor(gaps.length * 0.5)] ?? NaN,
      p99: gaps[Math.floor(gaps.length * 0.99)] ?? NaN,
      longest: longest.gap,
      longestWithoutProcessor: longest.waited,
      longestOfOurs,
    };
  };
}

/** Milliseconds that this thread was ready to run and another one had the processor; 0 where unknown. */
function waitedMs(): number {
  if (Deno.build.os !== "linux") return 0;
  const [, waited] = Deno.readTextFileSync("/proc/self/schedstat").split(" ");
  return Number(waited) / 1e6;
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function say(what: Listening | SystemFigures): void {
  Deno.stdout.writeSync(
    new TextEncoder().encode(`${JSON.stringify(what)}\n`),
  );
}

if (import.meta.main) await main(Deno.args[0] ?? "");
