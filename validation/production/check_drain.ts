/**
 * Drain: SIGTERM under load ends the system without a request that it took and did not answer.
 *
 * @module
 */
import type { DeepContext } from "../deep_part.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { drive, type Driven, mixOf } from "./drive.ts";
import type { StoppedSystem } from "../run_system.ts";
import { logName, rehearse, wrongAnswers } from "./rehearsal.ts";
import { countRows } from "./store_sight.ts";
import { WireConnection } from "./wire_connection.ts";
import { Cut } from "./wire_reader.ts";

/** Tells the system to stop while it is busy. */
export function checkDrain(context: DeepContext): Promise<CheckOutcome> {
  return rehearse(context, "drain", async ({ stage, system, traffic }) => {
    const mix = mixOf(traffic.reads, traffic.writes);
    if (mix.length === 0) {
      return { notApplicable: "nothing can be created and read over HTTP" };
    }
    const tables = [
      ...new Set(traffic.writes.flatMap(({ creates }) => creates?.table ?? [])),
    ];
    const before = await countAll();
    let answers = 0;
    const warm = Promise.withResolvers<void>();
    const told = Promise.withResolvers<void>();
    const driving = drive({
      url: system.url,
      mix,
      connections: CONNECTIONS,
      until: context.signal,
      stopAtCut: true,
      // Whatever is answered around the signal: these are surely under way when it comes.
      held: { mix: traffic.writes, count: HELD, until: told.promise },
      onAnswer: () => {
        if (++answers === WARM_ANSWERS) warm.resolve();
      },
    });
    await Promise.race([warm.promise, driving]);
    const toldAt = performance.now();
    const stopping = system.stop();
    void listenerClosed(system.url, stopping).then(told.resolve);
    const late = lateConnections(system.url, stopping);
    const [driven, stopped, taken] = await Promise.all([
      driving,
      stopping,
      late,
    ]);
    context.signal.throwIfAborted();
    const after = await countAll();
    const lost = tables.flatMap((table, n) => {
      const created = driven.created.get(table) ?? 0;
      const grown = (after[n] ?? 0) - (before[n] ?? 0);
      return after[n] === undefined || grown === created ? [] : [lostOne(
        `table ${table}`,
        `found ${grown} rows more and ${created} answers to creations, wanted as many`,
      )];
    });
    const findings = [
      ...wrongAnswers(driven.wrong, NEXT),
      ...lostRequests(driven, toldAt),
      ...lost,
      ...taken,
      ...endOf(stopped),
    ];
    const note =
      `${driven.right} answers right, ${driven.cut.length} not taken, ended with ${stopped.code} after ${stopped.ms.toFixed()} ms`;
    context.bench.log(logName("drain"), note);
    return { findings, note, log: logName("drain") };

    function countAll() {
      return Promise.all(
        tables.map((table) => countRows(context, stage, table)),
      );
    }
  });
}

/** Sent before the signal, or answered in part: it was taken. What came later is found by what it did. */
function lostRequests({ cut }: Driven, toldAt: number): FindingDraft[] {
  return cut.filter(({ at, cut }) => at < toldAt || cut.begun)
    .slice(0, MOST)
    .map(({ exchange, at, cut }) =>
      lostOne(
        exchange.name,
        `sent ${(toldAt - at).toFixed(1)} ms before the signal, ${
          cut.begun ? "half an answer" : "no answer"
        }: ${cut.message}`,
      )
    );
}

/** Resolves when nobody is let in any more, so that the system has surely heard of the signal; or has had time to. */
async function listenerClosed(
  url: string,
  stopping: Promise<StoppedSystem>,
): Promise<void> {
  let ended = false;
  const end = () => void (ended = true);
  stopping.then(end, end);
  const until = performance.now() + HEARD_MS;
  while (!ended && performance.now() < until) {
    const connection = await WireConnection.open(url).catch(() => undefined);
    if (!connection) return;
    connection.close();
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** A new connection is refused, or cut, or told 503: never served as if nothing were the matter, and never left hanging. */
async function lateConnections(
  url: string,
  stopping: Promise<StoppedSystem>,
): Promise<FindingDraft[]> {
  await stopping;
  try {
    using connection = await WireConnection.open(url);
    const { status } = await connection.send({
      method: "GET",
      path: "/health",
    });
    return status === 503 ? [] : [lostOne(
      "a new connection after the end",
      `found ${status}, wanted none or 503`,
    )];
  } catch (error) {
    if (
      error instanceof Cut || error instanceof Deno.errors.ConnectionRefused
    ) {
      return [];
    }
    throw error;
  }
}

function endOf({ code, signal, ms, killed }: StoppedSystem): FindingDraft[] {
  if (code === 0 && !killed) return [];
  return [{
    code: "V804",
    place: "main.ts",
    cause: killed
      ? `found it still running ${ms.toFixed()} ms after SIGTERM, wanted exit code 0`
      : `found ${signal ?? `exit code ${code}`}, wanted exit code 0`,
    nextStep: "look for a component that ignores its signal",
  }];
}

function lostOne(place: string, cause: string): FindingDraft {
  return { code: "V803", place, cause, nextStep: NEXT };
}

const CONNECTIONS = 16;
/** Requests that the system has begun to read when the signal comes. */
const HELD = 4;
/** Answers after which the signal comes: every connection is busy then. */
const WARM_ANSWERS = 500;
const MOST = 5;
/** How long the listener may stay open, for whoever watches it to send elsewhere, in milliseconds. */
const HEARD_MS = 2_000;
const LOOK_MS = 5;
const NEXT = "finish what is under way before the listener and the store close";
