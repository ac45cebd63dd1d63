/**
 * One life of a system: started for real, called, stopped, started again, read back, stopped.
 *
 * @module
 */
import { accountFor, type SignedIn } from "./live_account.ts";
import { CANARY, checkEndpoints, checkReady } from "./check_endpoints.ts";
import { probe } from "./http_probe.ts";
import {
  awaitListening,
  type RunningSystem,
  type StoppedSystem,
} from "./run_system.ts";
import { creatable } from "./sample_bodies.ts";
import type { CheckOutcome, FindingDraft, TierContext } from "./tier.ts";

/** What was seen. */
export interface LiveSession {
  /** Milliseconds until it listened, for each start. */
  readonly starts: readonly number[];
  /** How it ended, for each start. */
  readonly stops: readonly StoppedSystem[];
  readonly ready: CheckOutcome;
  readonly endpoints: CheckOutcome;
  readonly restart: CheckOutcome;
  /** Everything it wrote on standard output. */
  readonly stdout: string;
  /** Everything it wrote on standard error. */
  readonly stderr: string;
}

/** Where the raw output of the session goes. */
export const SESSION_LOG = "system.log";

/**
 * Lives through one session, in the copy, with the shipped permissions, on a free port of the loopback address.
 *
 * @throws {GeneratedSystemError} when the system does not start.
 */
export async function liveSession(context: TierContext): Promise<LiveSession> {
  const { subject: { model } } = context;
  const account = model ? await accountFor(model) : undefined;
  const starts: number[] = [];
  const stops: StoppedSystem[] = [];
  const output = { stdout: "", stderr: "" };
  const live = async <T>(use: (system: RunningSystem) => Promise<T>) => {
    const start = performance.now();
    await using system = await boot(context, account?.env ?? {});
    starts.push(performance.now() - start);
    try {
      return await use(system);
    } finally {
      stops.push(await system.stop());
      output.stdout += system.output.stdout;
      output.stderr += system.output.stderr;
      context.bench.log(SESSION_LOG, system.output.stderr);
      context.bench.log(SESSION_LOG, system.output.stdout);
    }
  };
  const first = await live(async (system) => {
    const signedIn = await account?.signIn(system.url, context.signal);
    return {
      ready: await checkReady(system.url, context.signal),
      endpoints: await checkEndpoints(
        system.url,
        model,
        context.signal,
        signedIn,
      ),
      made: await createAll(system.url, context, signedIn),
    };
  });
  const { ready, endpoints, made } = first;
  const restart = made.skip ??
    (stops.some(({ killed }) => killed)
      ? { notRun: "the system had to be killed" }
      : await live(async (system) => {
        const signedIn = await account?.signIn(system.url, context.signal);
        return await readBack(system.url, made, context, signedIn);
      }));
  return { starts, stops, ready, endpoints, restart, ...output };
}

function boot(
  { bench, signal }: TierContext,
  settings: Readonly<Record<string, string>>,
): Promise<RunningSystem> {
  return awaitListening(
    { signal, stopTimeoutMs: STOP_TIMEOUT_MS },
    async (onLine) =>
      await bench.start(["task", "start"], {
        cwd: await bench.copy(),
        env: { PORT: "0", HOST: "127.0.0.1", ...settings },
        onLine,
      }),
  );
}

interface Made {
  /** Why there is nothing to compare after a restart. */
  readonly skip?: CheckOutcome;
  readonly records: readonly {
    readonly collection: string;
    readonly id: string;
    readonly canGet: boolean;
    readonly value: unknown;
  }[];
  readonly findings: readonly FindingDraft[];
}

async function createAll(
  url: string,
  { subject: { model }, signal }: TierContext,
  signedIn?: SignedIn,
): Promise<Made> {
  const nothing = { records: [], findings: [] };
  if (!model) return { ...nothing, skip: { notRun: "there is no model" } };
  const entities = await creatable(model, signedIn?.may);
  const ids = new Map<string, string>(signedIn?.ids);
  const records: Made["records"][number][] = [];
  const findings: FindingDraft[] = [];
  for (const { entity, body } of entities) {
    const answer = await probe(`${url}${entity.path}`, {
      method: "POST",
      body: body(ids),
      headers: { authorization: `Bearer ${signedIn?.token ?? CANARY}` },
      signal,
    });
    const id = (answer.json as { id?: unknown } | undefined)?.id;
    if (answer.status !== 201 || typeof id !== "string") {
      findings.push(notCreated(entity.path, answer));
      break;
    }
    ids.set(entity.name.snake, id);
    const canGet = entity.operations.includes("get") &&
      (signedIn?.may(entity, "get") ?? true);
    const collection = entity.path;
    records.push({ collection, id, canGet, value: answer.json });
  }
  const skip = model.engine === "memory"
    ? { notApplicable: "what is kept in memory is meant to be gone" }
    : entities.length === 0
    ? { notApplicable: "nothing can be created and read over HTTP" }
    : undefined;
  // What a client should be able to create must be creatable, also when nothing is kept.
  if (findings.length > 0) return { records, findings, skip: { findings } };
  return { records, findings, skip };
}

async function readBack(
  url: string,
  made: Made,
  { signal }: TierContext,
  signedIn?: SignedIn,
): Promise<CheckOutcome> {
  const findings = [...made.findings];
  for (const { collection, id, canGet, value } of made.records) {
    const path = canGet ? `${collection}/${id}` : collection;
    const headers = signedIn
      ? { authorization: `Bearer ${signedIn.token}` }
      : undefined;
    const answer = await probe(`${url}${path}`, { headers, signal });
    const items = (answer.json as { items?: unknown[] } | undefined)?.items;
    const found = canGet
      ? answer.json
      : items?.find((item) => (item as { id?: unknown }).id === id);
    if (JSON.stringify(found) !== JSON.stringify(value)) {
      findings.push({
        code: "V308",
        place: `GET ${path}`,
        cause: `found ${answer.status} ${
          answer.text.slice(0, 200)
        } after a restart, wanted what was created before it`,
        nextStep: "look at the store and its settings",
      });
    }
  }
  return { findings, note: `${made.records.length} entities read back` };
}

function notCreated(
  path: string,
  answer: { readonly status: number; readonly text: string },
): FindingDraft {
  return {
    code: "V307",
    place: `POST ${path}`,
    cause: `found ${answer.status} ${answer.text.slice(0, 300)}, wanted 201`,
    nextStep: "send the body of the log by hand and look at the answer",
  };
}

/** Milliseconds after which a system that ignores SIGTERM is killed: late enough to tell slow from never. */
const STOP_TIMEOUT_MS = 2000;
