/**
 * Starts a system, fuzzes it, and sums up what was seen.
 *
 * @module
 */
import { bootSystem } from "../boot_system.ts";
import { openApiDocument } from "../../generator/plan/openapi.ts";
import { checkLog } from "../check_log.ts";
import type { DeepContext } from "../deep_part.ts";
import { accountFor } from "../live_account.ts";
import type { RunningSystem } from "../run_system.ts";
import { sampled } from "../sample_bodies.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { FuzzBatches } from "./fuzz_batches.ts";
import { fuzzViewers } from "./fuzz_accounts.ts";
import type { ApiOperation } from "./api_document.ts";
import type { ApiWords } from "./api_words.ts";
import type { FuzzRun } from "./fuzz_run.ts";
import { fuzzSession, type FuzzSessionOptions } from "./fuzz_session.ts";
import type { FuzzViewer } from "./fuzz_world.ts";
import {
  type MemoryGrowth,
  memoryGrowth,
  type MemorySample,
} from "./memory_growth.ts";
import { groupMemory } from "./process_memory.ts";

/** What was seen. */
export interface FuzzReport {
  readonly findings: readonly FindingDraft[];
  /** How far it went. */
  readonly note: string;
  /** How many things were led through a life. */
  readonly lives: string;
  /** That the system has ended by itself. */
  readonly ended: readonly FindingDraft[];
  readonly memory: CheckOutcome;
  readonly log: CheckOutcome;
}

/** Fuzzes the system under verification. */
export async function fuzzReport(
  context: DeepContext,
  log: string,
  options: Pick<FuzzSessionOptions, "limitMs"> = {},
): Promise<FuzzReport> {
  const { bench } = context;
  const model = await sampled(context.model);
  const document = openApiDocument(model);
  const account = await accountFor(context.model);
  await using system = await bootSystem(context, {
    ...(model.rateLimit ? { RATE_LIMIT_REQUESTS: "0" } : {}),
    ...account?.env,
  });
  const { url } = system;
  const { signal } = context;
  const first = await account?.signIn(url, signal);
  const viewers = await fuzzViewers({
    model,
    url,
    signal,
    ...(first && account
      ? { first: { ...first, login: { ...account.fields } } }
      : {}),
  });
  const batches = new FuzzBatches(context.journal, "fuzz");
  const samples: MemorySample[] = [];
  const fuzz = async (name: string, limit: number, seed: number) => {
    const say = (count: number) =>
      context.tell(
        "fuzz.answers",
        `${count.toLocaleString("en")} of ${
          limit.toLocaleString("en")
        } ${name}`,
      );
    return await fuzzSession({
      url,
      model,
      document,
      viewers,
      limit,
      seed,
      signal,
      ...options,
      onRequest: async (count) => {
        if (count % SAMPLE_EVERY !== 0) return;
        say(count);
        samples.push({ requests: count, bytes: await groupMemory(system.pid) });
      },
      ...(name === "requests" ? batches.hooks() : {}),
    });
  };
  const limit = context.limits.fuzzRequests;
  const run = await fuzz("requests", limit, context.seed);
  batches.addTo(run);
  const looks = [memoryGrowth(samples)];
  // What looks like growth is looked at again: a heap that has found its size stays there.
  while (
    looks.at(-1)?.isSuspicious && looks.length < MEMORY_LOOKS && !run.isSilent
  ) {
    samples.length = 0;
    await fuzz(
      "more requests, as memory grew",
      Math.max(limit, 2000),
      context.seed + looks.length,
    );
    looks.push(memoryGrowth(samples));
  }
  const ended = await endedBy(system);
  const stopped = await system.stop();
  bench.log(log, report(run, viewers));
  bench.log(log, system.output.stderr);
  bench.log(log, system.output.stdout.slice(-LOG_TAIL));
  return {
    findings: run.findings,
    note: noteOf(run, viewers, model.users?.roles ?? []),
    lives: livesNote(run),
    ended: ended ??
      (stopped.code === 0 || stopped.killed
        ? []
        : [lostBy(stopped.signal ?? `exit code ${stopped.code}`)]),
    memory: memoryOutcome(looks, samples),
    log: logOutcome(system),
  };
}

/** Whether it ended by itself. */
async function endedBy(
  system: RunningSystem,
): Promise<readonly FindingDraft[] | undefined> {
  const still = Symbol();
  const ended = await Promise.race([
    system.exited,
    new Promise<typeof still>((resolve) => setTimeout(resolve, 50, still)),
  ]);
  if (typeof ended === "symbol") return undefined;
  return [lostBy(ended.signal ?? `exit code ${ended.code}`)];
}

function lostBy(how: string): FindingDraft {
  return {
    code: "V608",
    place: "main.ts",
    cause: `found it ended with ${how} while it was called, wanted it to go on`,
    nextStep: "look at the last lines of the log, and catch what was thrown",
  };
}

function memoryOutcome(
  looks: readonly MemoryGrowth[],
  samples: readonly MemorySample[],
): CheckOutcome {
  const last = looks.at(-1);
  const growth = megabytes(last?.growth ?? 0);
  const note = `${
    megabytes(samples.at(-1)?.bytes ?? 0)
  } MB in the end, ${growth} MB more over the second half${
    looks.length > 1 ? ` of the last of ${looks.length} looks` : ""
  }`;
  if (samples.length < 6) {
    return { findings: [], note: `${note}; too few requests to tell` };
  }
  if (!looks.every(({ isSuspicious }) => isSuspicious)) {
    return { findings: [], note };
  }
  const rates = looks.map(({ slope }) => `${(slope / 1024).toFixed(1)} KiB`);
  return {
    note,
    findings: [{
      code: "V607",
      place: "the system's process",
      cause: `found memory growing by ${
        rates.join(", then ")
      } with each request, wanted it to level off`,
      nextStep:
        "look for what keeps something of every request, such as a map that is only added to",
    }],
  };
}

function logOutcome(system: RunningSystem): CheckOutcome {
  const outcome = checkLog(system.output);
  if (!("findings" in outcome)) return outcome;
  return {
    ...outcome,
    findings: outcome.findings.map((finding) => ({
      ...finding,
      code: "V609",
    })),
  };
}

function noteOf(
  { count, operations, coverage, world }: FuzzRun,
  viewers: readonly FuzzViewer[],
  roles: readonly string[],
): string {
  const without = coverage.without(operations).filter((operation) =>
    !isClosed(operation, world.words)
  );
  const missing = roles.filter((role) =>
    !viewers.some(({ name }) => name === role)
  );
  return [
    `${count.toLocaleString("en")} requests over ${
      coverage.answered(operations)
    } of ${operations.length} operations`,
    ...(without.length === 0 ? [] : [
      `never a success: ${
        without.map(({ method, path }) => `${method} ${path}`).join(", ")
      }`,
    ]),
    ...(missing.length === 0
      ? []
      : [`nobody signed in as ${missing.join(", ")}`]),
  ].join("; ");
}

/** Tells whether a rule says that nobody may. */
function isClosed(operation: ApiOperation, words: ApiWords): boolean {
  const access = words.entity(words.entityOf(operation))?.access;
  if (!access || ["auth", "account"].includes(operation.tag)) return false;
  const { method, path } = operation;
  const isItem = path.endsWith("}");
  const last = path.split("/").at(-1) ?? "";
  const names: Readonly<Record<string, string>> = isItem
    ? { GET: "get", PUT: "replace", PATCH: "patch", DELETE: "delete" }
    : { GET: "list", POST: "create" };
  const rule = access.rules[last] ?? access.rules[names[method] ?? ""];
  return rule?.length === 0;
}

function livesNote({ world }: FuzzRun): string {
  return `${world.makers.size} sorts of things led through their lives`;
}

function report(run: FuzzRun, viewers: readonly FuzzViewer[]): string {
  return [
    `called as: ${viewers.map(({ name }) => name).join(", ")}`,
    run.coverage.table(run.operations),
    ...run.findings.map(({ code, place, cause, nextStep }) =>
      `${code} ${place}\n  ${cause}\n  ${nextStep}`
    ),
  ].join("\n");
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed();
}

/** Requests from one sample of memory to the next. */
const SAMPLE_EVERY = 100;
/** How often memory must grow to be called growing. */
const MEMORY_LOOKS = 3;
/** Characters of the log that are kept. */
const LOG_TAIL = 200_000;
