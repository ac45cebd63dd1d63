/**
 * Load: at saturation every answer is right.
 *
 * @module
 */
import type { DeepContext } from "../deep_part.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { drive, type Driven, mixOf } from "./drive.ts";
import { forSeconds, logName, rehearse, wrongAnswers } from "./rehearsal.ts";
import { countRows } from "./store_sight.ts";

/** Connections that keep the system busy all the time. */
export const LOAD_CONNECTIONS = 32;

/** Saturates the system with its own traffic. How fast it is is told, not judged: machines differ. */
export function checkLoad(context: DeepContext): Promise<CheckOutcome> {
  const { limits, signal, bench, tell } = context;
  return rehearse(context, "load", async ({ stage, system, traffic }) => {
    const mix = mixOf(traffic.reads, traffic.writes);
    if (mix.length === 0 && traffic.failures.length === 0) {
      return { notApplicable: "nothing can be created and read over HTTP" };
    }
    tell("production.load", `${limits.loadSeconds} s at saturation`);
    const tables = [
      ...new Set(traffic.writes.flatMap(({ creates }) => creates?.table ?? [])),
    ];
    const before = await countAll(tables);
    const time = forSeconds(limits.loadSeconds, signal);
    const late = forSeconds(limits.loadSeconds + MOST_SECONDS_MORE, signal);
    const enough = new AbortController();
    let answers = 0;
    const driven = await drive({
      url: system.url,
      mix,
      connections: LOAD_CONNECTIONS,
      until: AbortSignal.any([enough.signal, late]),
      // On a machine that has much else to do, the time alone would be up before anything was tried.
      onAnswer: () => {
        if (++answers >= LEAST_ANSWERS && time.aborted) enough.abort();
      },
    });
    const after = await countAll(tables);
    signal.throwIfAborted();
    const findings = [
      ...traffic.failures.map((cause) => failed("one client alone", cause)),
      ...wrongAnswers(driven.wrong, NEXT),
      ...lackOf(driven),
      ...tables.flatMap((table, n) => {
        const grown = (after[n] ?? 0) - (before[n] ?? 0);
        const created = driven.created.get(table) ?? 0;
        return before[n] === undefined || grown === created ? [] : [
          failed(
            `table ${table}`,
            `found ${grown} rows more, wanted ${created}: one for each creation that was answered`,
          ),
        ];
      }),
    ];
    const note = figures(driven, mix.length);
    bench.log(
      logName("load"),
      [
        note,
        `kinds: ${[...new Set(mix.map(({ name }) => name))].join(", ")}`,
        ...traffic.leftOut.map((text) => `left out: ${text}`),
        ...[...driven.wrong].map(([cause, n]) => `wrong ${n} times: ${cause}`),
      ].join("\n"),
    );
    return { findings, note, log: logName("load") };

    function countAll(tables: readonly string[]) {
      return Promise.all(
        tables.map((table) => countRows(context, stage, table)),
      );
    }
  });
}

function lackOf(driven: Driven): FindingDraft[] {
  const { cut, refused, right, notConnected } = driven;
  return [
    ...(cut.length > 0
      ? [failed(
        cut[0]?.exchange.name ?? "",
        `${cut.length} requests got no whole answer: ${cut[0]?.cut.message}`,
      )]
      : []),
    ...(refused.length > 0
      ? [failed(
        refused[0]?.exchange.name ?? "",
        `${refused.length} requests were refused with 503 at ${LOAD_CONNECTIONS} connections`,
      )]
      : []),
    ...(notConnected > 0
      ? [failed("the listener", `${notConnected} connections were refused`)]
      : []),
    ...(right === 0
      ? [failed("the system", "found no right answer at all")]
      : []),
  ];
}

function failed(place: string, cause: string): FindingDraft {
  return { code: "V801", place, cause, nextStep: NEXT };
}

function figures({ right, ms, wallMs }: Driven, kinds: number): string {
  const sorted = [...ms].sort((a, b) => a - b);
  const at = (part: number) =>
    (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1);
  return `${right} right answers to ${
    kinds > 0 ? "reads and writes" : "nothing"
  } over ${LOAD_CONNECTIONS} connections, ${
    (right / wallMs * 1000).toFixed()
  } a second, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

const LEAST_ANSWERS = 500;
const MOST_SECONDS_MORE = 60;
const NEXT = "send the request of the raw output by hand, under load";
