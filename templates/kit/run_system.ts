/**
 * The life of the process: settings, start, signals, exit code.
 *
 * @module
 */
import {
  type Log,
  type LogLevel,
  RestartsExhausted,
  type StopReport,
  type SystemExecutionHarness,
} from "@autocoder/harness";
import { jsonLog } from "./json_log.ts";
import type { Environment } from "./settings.ts";

/** What {@link runSystem} needs of a system. */
export interface RunnableSystem<C extends { readonly logLevel: LogLevel }> {
  /** Reads the settings; throws if they are wrong. */
  readonly readConfig: (environment: Environment) => C;
  /** Builds the system, ready to run. */
  readonly build: (
    config: C,
    log: Log,
  ) => SystemExecutionHarness | Promise<SystemExecutionHarness>;
}

/**
 * Runs a system until it ends or is told to, then ends the process.
 *
 * SIGTERM and SIGINT stop it in good order, a second one at once (exit code 130).
 * The exit code is 0, or 1 if it could not start, a component failed too often, or something went wrong on the way
 * down; standard error says what, one thing a line.
 */
export async function runSystem<C extends { readonly logLevel: LogLevel }>(
  system: RunnableSystem<C>,
): Promise<never> {
  return await endProcess(() => runUntilStopped(system));
}

/**
 * Does the work of a process, then ends it: with 0, or with 1 if the work failed or complained; standard error has the
 * complaints, one a line.
 */
export async function endProcess(
  work: () => Promise<readonly string[]>,
): Promise<never> {
  let complaints: readonly string[];
  try {
    complaints = await work();
  } catch (error) {
    complaints = [messageOf(error)];
  }
  const text = complaints.map((complaint) => `${complaint}\n`).join("");
  Deno.stderr.writeSync(new TextEncoder().encode(text));
  Deno.exit(complaints.length === 0 ? 0 : 1);
}

/** Runs a system until it ends or a signal stops it, and returns what went wrong on the way down. */
export async function runUntilStopped<
  C extends { readonly logLevel: LogLevel },
>(
  system: RunnableSystem<C>,
): Promise<readonly string[]> {
  const config = system.readConfig(Deno.env);
  const log = jsonLog({ level: config.logLevel });
  const harness = await system.build(config, log);
  onSignals((count) => {
    if (count > 1) Deno.exit(130);
    void harness.stop(); // ends run() below
  });
  await harness.run();
  return complaintsOf(await harness.stop());
}

/** Hears of the signals that are to stop the process, with how many there have been. */
export function onSignals(listener: (count: number) => void): void {
  let count = 0;
  const signals: readonly Deno.Signal[] = Deno.build.os === "windows"
    ? ["SIGINT", "SIGBREAK"]
    : ["SIGINT", "SIGTERM"];
  for (const signal of signals) {
    Deno.addSignalListener(signal, () => listener(++count));
  }
}

/** What went wrong when a system stopped, one thing a text. */
export function complaintsOf(report: StopReport): string[] {
  return [
    ...report.errors.map(({ name, error }) => `${name}: ${messageOf(error)}`),
    ...report.ledger.unbalanced.map((channel) =>
      `${channel}: lost count of its messages`
    ),
  ];
}

/** Says in a line what went wrong. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof RestartsExhausted
    ? `${error.message}: ${messageOf(error.cause)}`
    : error.message;
}
