/**
 * A system that was started on a stage, with the traffic that was found for it.
 *
 * @module
 */
import type { DeepContext } from "../deep_part.ts";
import type { RunningSystem } from "../run_system.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { onStage, type Stage } from "./stage.ts";
import { findTraffic, type Traffic } from "./traffic.ts";
import { WireConnection } from "./wire_connection.ts";

/** What a check works with. */
export interface Rehearsal {
  readonly stage: Stage;
  readonly system: RunningSystem;
  readonly traffic: Traffic;
}

/** How a system is started for a rehearsal. */
export interface RehearsalOptions {
  /** Settings besides those of the stage. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Takes each line of its log. */
  readonly onLine?: (line: string) => void;
}

/** Starts the system on a stage of its own, finds its traffic, does the work and writes its log to the raw output. */
export function rehearse(
  context: DeepContext,
  name: string,
  work: (rehearsal: Rehearsal) => Promise<CheckOutcome>,
  options: RehearsalOptions = {},
): Promise<CheckOutcome> {
  return onStage(context, name, async (stage) => {
    await using system = await stage.start(options.settings, options);
    try {
      const traffic = await trafficOf(context, stage, system);
      return await work({ stage, system, traffic });
    } finally {
      await system.stop();
      logOutput(context, name, system);
    }
  });
}

/** Signs in and finds out what the system takes. */
export async function trafficOf(
  { model, signal }: DeepContext,
  stage: Stage,
  { url }: Pick<RunningSystem, "url">,
): Promise<Traffic> {
  signal.throwIfAborted();
  const signedIn = await stage.signIn(url);
  using connection = await WireConnection.open(url);
  return await findTraffic(
    model,
    (request) => connection.send(request),
    signedIn,
  );
}

/** Keeps what a system wrote: all of its errors, and the beginning and the end of its log. */
export function logOutput(
  { bench }: Pick<DeepContext, "bench">,
  name: string,
  { output }: Pick<RunningSystem, "output">,
): void {
  const lines = output.stdout.trimEnd().split("\n");
  const kept = lines.length <= 2 * KEPT_LINES ? lines : [
    ...lines.slice(0, KEPT_LINES),
    `… ${lines.length - 2 * KEPT_LINES} more lines …`,
    ...lines.slice(-KEPT_LINES),
  ];
  bench.log(logName(name), output.stderr);
  bench.log(logName(name), kept.join("\n"));
}

/** The raw output of a check. */
export function logName(name: string): string {
  return `production.${name}.log`;
}

/** Ends a signal after so many seconds, or when the run is interrupted. */
export function forSeconds(
  seconds: number,
  signal: AbortSignal,
): AbortSignal {
  return AbortSignal.any([
    signal,
    AbortSignal.timeout(Math.max(1, Math.round(seconds * 1000))),
  ]);
}

/** Tells the causes of wrong answers, the most frequent first and not all of them. */
export function wrongAnswers(
  wrong: ReadonlyMap<string, number>,
  nextStep: string,
): FindingDraft[] {
  return [...wrong].sort(([, a], [, b]) => b - a).slice(0, MOST_CAUSES)
    .map(([cause, count]) => ({
      code: "V801",
      place: cause.slice(0, cause.indexOf(":")),
      cause: `${count} times: ${cause.slice(cause.indexOf(":") + 2)}`,
      nextStep,
    }));
}

const KEPT_LINES = 100;
const MOST_CAUSES = 5;
