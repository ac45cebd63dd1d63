/**
 * Soak: memory stays bounded while the system works, and what it counts is what was sent.
 *
 * @module
 */
import type { DeepContext } from "../deep_part.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { drive, type Driven, mixOf } from "./drive.ts";
import { type MemoryTrend, memoryTrend } from "./memory_trend.ts";
import { residentBytes } from "./process_memory.ts";
import { type Metrics, sumOf } from "./prometheus_text.ts";
import { logName, rehearse, wrongAnswers } from "./rehearsal.ts";
import { scrape } from "./scrape.ts";

/** Lets the system work for as long as the limits say. */
export function checkSoak(context: DeepContext): Promise<CheckOutcome> {
  const { signal, bench } = context;
  return rehearse(context, "soak", async ({ system, traffic }) => {
    // What is kept may grow; so only a little is created, and then there are reads and changes.
    const writes = traffic.writes.map((write) =>
      write.creates
        ? { ...write, most: Math.min(write.most, CREATIONS) }
        : write
    );
    const mix = mixOf(traffic.reads, writes);
    if (mix.length === 0) {
      return { notApplicable: "nothing can be created and read over HTTP" };
    }
    const before = await scrape(system.url, signal);
    const enough = new AbortController();
    const driving = drive({
      url: system.url,
      mix,
      connections: CONNECTIONS,
      until: AbortSignal.any([signal, enough.signal]),
    });
    const { rounds, looks } = await lookOn(context, system.pid)
      .finally(() => enough.abort());
    const driven = await driving;
    signal.throwIfAborted();
    const after = await scrape(system.url, signal);
    const trend = rounds.at(-1) ?? memoryTrend(looks);
    const findings = [
      ...wrongAnswers(driven.wrong, "send the request by hand"),
      ...(trend.grows
        ? [growing(
          `found ${megabytes(trend.growth)} more after warming up (${
            megabytes(trend.first)
          } to ${
            megabytes(trend.last)
          } in ${driven.right} requests), steadily (${
            trend.steadiness.toFixed(2)
          }), wanted no trend`,
        )]
        : []),
      ...miscounted(driven, before, after),
      ...unbalanced(after),
    ];
    const note = `${driven.right} requests in ${
      (driven.wallMs / 1000).toFixed()
    } s, ${megabytes(trend.first)} to ${
      megabytes(trend.last)
    } resident, trend ${megabytes(trend.growth)}, steadiness ${
      trend.steadiness.toFixed(2)
    }`;
    bench.log(
      logName("soak"),
      [note, `resident bytes: ${looks.join(" ")}`].join("\n"),
    );
    return { findings, note, log: logName("soak") };
  });
}

/** Looks at the memory for a round, and for further ones as long as it grows. */
async function lookOn(
  { limits, signal, tell }: DeepContext,
  pid: number,
): Promise<{ rounds: MemoryTrend[]; looks: number[] }> {
  const rounds: MemoryTrend[] = [];
  const looks: number[] = [];
  const stepMs = limits.soakSeconds * 1000 / SAMPLES;
  // A heap that warms up comes to rest; one that keeps what it is given grows in every round.
  while (rounds.length < MOST_ROUNDS && rounds.at(-1)?.grows !== false) {
    const begun = looks.length;
    const all = begun + SAMPLES;
    while (looks.length < all) {
      await new Promise((resolve) => setTimeout(resolve, stepMs));
      signal.throwIfAborted();
      looks.push(await residentBytes(pid));
      tell("production.soak", `${looks.length} of ${all} looks`);
    }
    rounds.push(memoryTrend(looks.slice(begun), rounds[0]?.first));
  }
  return { rounds, looks };
}

/** Tells whether each answer was counted once; so is the first look at the metrics, after it was written. */
export function miscounted(
  { right, wrong, refused, cut }: Driven,
  before: Metrics,
  after: Metrics,
): FindingDraft[] {
  const answered = right + refused.length +
    [...wrong.values()].reduce((sum, n) => sum + n, 0);
  const counted = sumOf(after, "http_requests_total") -
    sumOf(before, "http_requests_total") - 1;
  if (counted >= answered && counted <= answered + cut.length) return [];
  return [{
    code: "V808",
    place: "GET /metrics: http_requests_total",
    cause:
      `found ${counted} more requests, wanted ${answered}: as many as were answered`,
    nextStep: "count each request once, when it is answered",
  }];
}

/** The ledger: what a channel accepted is dealt with, dead, dropped, queued or in hand. */
function unbalanced(metrics: Metrics): FindingDraft[] {
  const channels = new Set(
    metrics.samples.filter(({ name }) => name === "harness_channel_sent_total")
      .map(({ labels }) => labels.channel ?? ""),
  );
  return [...channels].flatMap((channel) => {
    const of = (name: string) => sumOf(metrics, name, { channel });
    const accepted = of("harness_channel_sent_total");
    const rest = LEDGER.map((name) => of(`harness_channel_${name}`))
      .reduce((sum, n) => sum + n, 0);
    return accepted === rest ? [] : [{
      code: "V808" as const,
      place: `channel ${channel}`,
      cause:
        `found ${accepted} accepted messages and ${rest} accounted for, wanted as many`,
      nextStep: "look for a message that is neither acknowledged nor dead",
    }];
  });
}

function growing(cause: string): FindingDraft {
  return {
    code: "V807",
    place: "the process",
    cause,
    nextStep:
      "look for what is kept for every request: a map, a list, a listener",
  };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const CONNECTIONS = 16;
const CREATIONS = 200;
/** How many times as long it goes on at most, where memory grows. */
const MOST_ROUNDS = 3;
/** Looks at the memory in a round, however long that is. */
const SAMPLES = 60;
const LEDGER = [
  "acknowledged_total",
  "dead_total",
  "dropped_total",
  "depth",
  "in_hand",
];
