/**
 * Workers: a system that may have several is the same with two, under load, when it stops and when it is killed; what
 * it counts is what was sent to all of them, whichever is asked.
 *
 * @module
 */
import {
  mayHaveWorkers,
  processBounds,
} from "../../generator/plan/worker_views.ts";
import type { DeepContext } from "../deep_part.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { checkDrain } from "./check_drain.ts";
import { checkKill } from "./check_kill.ts";
import { checkLoad } from "./check_load.ts";
import { checkMetrics } from "./check_metrics.ts";
import { miscounted } from "./check_soak.ts";
import { drive, mixOf } from "./drive.ts";
import { readPrometheus, sumOf } from "./prometheus_text.ts";
import { logName, rehearse } from "./rehearsal.ts";
import { scrape } from "./scrape.ts";
import { WireConnection } from "./wire_connection.ts";

/** Does with two workers what shows whether they are one system. */
export async function checkWorkers(
  context: DeepContext,
): Promise<CheckOutcome> {
  const { model } = context;
  if (!mayHaveWorkers(model)) {
    const reasons = model.engine === "postgres"
      ? processBounds(model).join("; ")
      : `the store is ${model.engine}`;
    return { notApplicable: `one process serves it: ${reasons}` };
  }
  const findings: FindingDraft[] = [];
  const notes: string[] = [];
  for (const { name, run } of CHECKS_OF_WORKERS) {
    context.signal.throwIfAborted();
    context.tell("production.workers", name);
    const outcome = await run(context);
    if ("notRun" in outcome) return outcome;
    if ("findings" in outcome) findings.push(...outcome.findings);
    notes.push(
      `${name}: ${
        "findings" in outcome
          ? outcome.note ?? ""
          : `not applicable: ${outcome.notApplicable}`
      }`,
    );
  }
  context.bench.log(logName("workers"), notes.join("\n"));
  return { findings, note: notes.join("; "), log: logName("workers") };
}

/** Asks over many connections at once, so that every worker has some, and then each of them what all have counted. */
function checkCounts(context: DeepContext): Promise<CheckOutcome> {
  return rehearse(context, "workers", async ({ system, traffic }) => {
    const mix = mixOf(traffic.reads, traffic.writes);
    if (mix.length === 0) {
      return { notApplicable: "nothing can be created and read over HTTP" };
    }
    const before = await scrape(system.url, context.signal);
    const enough = new AbortController();
    let answers = 0;
    const driven = await drive({
      url: system.url,
      mix,
      connections: CONNECTIONS,
      until: AbortSignal.any([enough.signal, context.signal]),
      onAnswer: () => {
        if (++answers === ANSWERS) enough.abort();
      },
    });
    context.signal.throwIfAborted();
    const looks = await Promise.all(
      Array.from({ length: LOOKS }, () => lookAgain(system.url)),
    );
    const last = await scrape(system.url, context.signal);
    const own = looks.length;
    const findings = [
      // The looks are counted too: as many as there were, and none in hand any more.
      ...miscounted({ ...driven, right: driven.right + own }, before, last),
      ...looks.filter(({ workers }) => workers !== 2).slice(0, 1).map(
        ({ workers }): FindingDraft => ({
          code: "V808",
          place: "GET /metrics: workers",
          cause: `found ${workers}, wanted 2`,
          nextStep: NEXT,
        }),
      ),
      ...disagreeing(looks.map(({ channels }) => channels)),
    ];
    const note =
      `${driven.right} answers over ${CONNECTIONS} connections counted exactly, told alike ${own} times`;
    return { findings, note };
  });
}

/** By a connection of its own: one that is kept stays with its worker. */
async function lookAgain(
  url: string,
): Promise<{ readonly workers: number; readonly channels: number }> {
  using connection = await WireConnection.open(url);
  const { text } = await connection.send({ method: "GET", path: "/metrics" });
  const metrics = readPrometheus(text);
  return {
    workers: sumOf(metrics, "workers"),
    channels: sumOf(metrics, "harness_channel_sent_total"),
  };
}

/** Nothing is asked of the channels any more, so that all looks see the same. */
function disagreeing(sums: readonly number[]): FindingDraft[] {
  const different = [...new Set(sums)];
  return different.length === 1 ? [] : [{
    code: "V808",
    place: "GET /metrics: harness_channel_sent_total",
    cause: `found ${
      different.join(", ")
    } at the same time, wanted one sum whichever worker is asked`,
    nextStep: NEXT,
  }];
}

function withTwo(
  name: string,
  run: (context: DeepContext) => Promise<CheckOutcome>,
): WorkerCheck {
  const settings = { WORKERS: "2" };
  return { name, run: (context) => run({ ...context, settings }) };
}

interface WorkerCheck {
  readonly name: string;
  readonly run: (context: DeepContext) => Promise<CheckOutcome>;
}

/** What is done with two workers, each by itself. */
export const CHECKS_OF_WORKERS: readonly WorkerCheck[] = [
  withTwo("load", checkLoad),
  withTwo("drain", checkDrain),
  withTwo("kill", checkKill),
  withTwo("metrics", checkMetrics),
  withTwo("counts", checkCounts),
];

const CONNECTIONS = 32;
const ANSWERS = 1_000;
const LOOKS = 16;
const NEXT = "add up what all workers have counted: kit/worker_team.ts";
