/**
 * Metrics: they can be read, those that are expected are there, and they move with what happens.
 *
 * @module
 */
import type { DeepContext } from "../deep_part.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { Turns } from "./drive.ts";
import { logName, rehearse } from "./rehearsal.ts";
import { type Metrics, sumOf } from "./prometheus_text.ts";
import { scrape } from "./scrape.ts";
import { WireConnection } from "./wire_connection.ts";

/** What every system tells. */
export const EXPECTED_FAMILIES: Readonly<Record<string, string>> = {
  http_requests_total: "counter",
  http_request_duration_seconds: "histogram",
  process_resident_memory_bytes: "gauge",
  process_start_time_seconds: "gauge",
  harness_component_state: "gauge",
  harness_component_received_total: "counter",
  harness_component_failed_total: "counter",
  harness_component_restarts_total: "counter",
  harness_channel_depth: "gauge",
  harness_channel_sent_total: "counter",
  harness_dead_letters_total: "counter",
};

/** Looks at the metrics before and after some requests. */
export function checkMetrics(context: DeepContext): Promise<CheckOutcome> {
  return rehearse(context, "metrics", async ({ system, traffic }) => {
    const before = await scrape(system.url, context.signal);
    const exchanges = [...traffic.reads, ...traffic.writes];
    const turns = new Turns();
    let right = 0;
    let sent = 0;
    using connection = await WireConnection.open(system.url);
    for (let n = 0; n < REQUESTS; n++) {
      const turn = turns.take(exchanges);
      if (!turn) break;
      const answer = await connection.send(turn.exchange.request(turn.n));
      sent++;
      if (turn.exchange.judge(answer, turn.n) === undefined) right++;
    }
    const none = `/no-such-path-${crypto.randomUUID()}`;
    await connection.send({ method: "GET", path: none });
    const after = await scrape(system.url, context.signal);
    const findings = [
      ...after.problems.slice(0, MOST).map((cause) =>
        lacking("/metrics", cause)
      ),
      ...missing(after),
      ...unmoved(before, after, { sent, right }),
      ...(after.samples.some(({ labels }) =>
          Object.values(labels).some((label) => label.includes(none))
        )
        ? [
          lacking(
            none,
            "found a series for an unknown path: anybody can make any number of them",
          ),
        ]
        : []),
    ];
    const note =
      `${after.samples.length} samples of ${after.types.size} families`;
    context.bench.log(logName("metrics"), note);
    return { findings, note, log: logName("metrics") };
  });
}

function missing({ types }: Metrics): FindingDraft[] {
  return Object.entries(EXPECTED_FAMILIES)
    .filter(([name, type]) => types.get(name) !== type)
    .map(([name, type]) =>
      lacking(name, `found ${types.get(name) ?? "none"}, wanted a ${type}`)
    );
}

function unmoved(
  before: Metrics,
  after: Metrics,
  { sent, right }: { readonly sent: number; readonly right: number },
): FindingDraft[] {
  // Besides these there are the one for nothing and the first look.
  const wanted = sent + 2;
  const moved = (name: string) => sumOf(after, name) - sumOf(before, name);
  const found: FindingDraft[] = [];
  for (const name of COUNTS_REQUESTS) {
    const by = moved(name);
    if (name === "http_requests_total" ? by === wanted : by >= right) continue;
    found.push(lacking(name, `found it ${by} higher after ${wanted} requests`));
  }
  if (right > 0 && moved("harness_channel_sent_total") < right) {
    found.push(lacking(
      "harness_channel_sent_total",
      `found it ${
        moved("harness_channel_sent_total")
      } higher after ${right} requests`,
    ));
  }
  const resident = sumOf(after, "process_resident_memory_bytes");
  const isThere = after.types.has("process_resident_memory_bytes");
  if (isThere && resident < LEAST_RESIDENT) {
    found.push(lacking("process_resident_memory_bytes", `found ${resident}`));
  }
  return found;
}

function lacking(place: string, cause: string): FindingDraft {
  return {
    code: "V813",
    place: `GET /metrics: ${place}`,
    cause,
    nextStep: "look at kit/http_metrics.ts and the harness's metrics",
  };
}

const COUNTS_REQUESTS = [
  "http_requests_total",
  "http_request_duration_seconds_count",
];
const REQUESTS = 50;
const MOST = 5;
/** No Deno is smaller. */
const LEAST_RESIDENT = 10 * 1024 * 1024;
