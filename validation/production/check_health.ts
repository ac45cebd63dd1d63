/**
 * Health: readiness turns red when the store breaks and green when it is back; the process stays live.
 *
 * @module
 */
import { join } from "node:path";
import type { DeepContext } from "../deep_part.ts";
import { ask } from "./ask.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { logName, logOutput, trafficOf } from "./rehearsal.ts";
import { openRestartablePostgres } from "./restartable_postgres.ts";
import { DATABASE_PATH, onStage, type Stage } from "./stage.ts";

/** Breaks the store of the running system, and mends it again. */
export async function checkHealth(
  context: DeepContext,
): Promise<CheckOutcome> {
  const { engine } = context.model;
  if (engine === "memory") {
    return { notApplicable: "what is kept in memory cannot be taken away" };
  }
  if (engine === "sqlite") {
    return await onStage(context, "health", (stage) => {
      const file = join(stage.dir, DATABASE_PATH);
      return breakStore(context, stage, {
        what: "the database's file is moved away",
        break: () => Deno.rename(file, `${file}.away`),
        mend: () => Deno.rename(`${file}.away`, file),
      });
    });
  }
  const server = await openRestartablePostgres(context.signal);
  if ("missing" in server) return { notRun: server.missing };
  try {
    const database = { env: { DATABASE_URL: server.url } };
    return await onStage(
      context,
      "health",
      (stage) =>
        breakStore(context, stage, {
          what: "the database's server is stopped",
          break: () => server.stop(),
          mend: () => server.start(),
        }),
      { database },
    );
  } finally {
    await server[Symbol.asyncDispose]();
  }
}

interface Breakage {
  /** In words. */
  readonly what: string;
  readonly break: () => Promise<void>;
  readonly mend: () => Promise<void>;
}

async function breakStore(
  context: DeepContext,
  stage: Stage,
  breakage: Breakage,
): Promise<CheckOutcome> {
  await using system = await stage.start();
  try {
    const { reads } = await trafficOf(context, stage, system);
    const seen: string[] = [];
    const findings: FindingDraft[] = [];
    const wait = async (when: string, ready: number) => {
      const last = await waitFor(context, system.url, ready);
      seen.push(`${when}: ready ${last.ready}, live ${last.live}`);
      if (last.ready !== ready) {
        findings.push(untrue("/health/ready", last.ready, ready, when));
      }
      if (last.live !== 200) {
        findings.push(untrue("/health/live", last.live, 200, when));
      }
    };
    await wait("before", 200);
    const problem = await breakage.break().then(() => undefined, String);
    if (problem !== undefined) {
      const nothing = untrue("/health/ready", 200, 503, breakage.what);
      const cause = `found nothing to break, wanted a store: ${problem}`;
      return { findings: [{ ...nothing, cause }] };
    }
    await wait(breakage.what, 503);
    await breakage.mend();
    await wait("it is back", 200);
    for (const read of reads.slice(0, 1)) {
      const { path, headers } = read.request(0);
      const answer = await ask(system.url + path, {
        ...(headers ? { headers } : {}),
        signal: context.signal,
      });
      const wrong = read.judge(answer, 0);
      if (wrong !== undefined) {
        findings.push({
          ...untrue(read.name, answer.status, 200, "it is back"),
          cause: `ready again, and ${wrong}`,
        });
      }
    }
    context.bench.log(logName("health"), seen.join("\n"));
    return { findings, note: seen.join("; "), log: logName("health") };
  } finally {
    await system.stop();
    logOutput(context, "health", system);
  }
}

interface Seen {
  readonly ready: number;
  /** The worst that was seen while waiting. */
  readonly live: number;
}

/** Asks until readiness is as it should be, for as long as an orchestrator would wait. */
async function waitFor(
  { signal }: DeepContext,
  url: string,
  wanted: number,
): Promise<Seen> {
  const until = performance.now() + WAIT_MS;
  let live = 200;
  for (;;) {
    const alive = await statusOf(`${url}/health/live`, signal);
    if (alive !== 200) live = alive;
    const ready = await statusOf(`${url}/health/ready`, signal);
    if (ready === wanted || performance.now() > until) return { ready, live };
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function statusOf(url: string, signal: AbortSignal): Promise<number> {
  try {
    return (await ask(url, { signal })).status;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error) return 0;
    throw error;
  }
}

function untrue(
  path: string,
  found: number,
  wanted: number,
  when: string,
): FindingDraft {
  return {
    code: "V802",
    place: `GET ${path}`,
    cause: `found ${
      found === 0 ? "no answer" : found
    } when: ${when}, wanted ${wanted} within ${WAIT_MS / 1000} s`,
    nextStep: "let readiness look at the store, and liveness not",
  };
}

const WAIT_MS = 10_000;
const POLL_MS = 50;
