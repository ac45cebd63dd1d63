/**
 * One life of a system: started for real, called, stopped, started again, read back, stopped.
 *
 * @module
 */
import { counted } from "./counted.ts";
import { accountFor, type SignedIn } from "./live_account.ts";
import { CANARY, checkEndpoints, checkReady } from "./check_endpoints.ts";
import { probe } from "./http_probe.ts";
import { bootSystem } from "./boot_system.ts";
import type { RunningSystem, StoppedSystem } from "./run_system.ts";
import { liveCreations, type LiveRecord } from "./live_creations.ts";
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
    await using system = await bootSystem(context, {
      ...(model?.rateLimit ? { RATE_LIMIT_REQUESTS: "0" } : {}),
      ...account?.env,
    });
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

interface Made {
  /** Why there is nothing to compare after a restart. */
  readonly skip?: CheckOutcome;
  readonly records: readonly LiveRecord[];
  readonly findings: readonly FindingDraft[];
}

async function createAll(
  url: string,
  { subject: { model }, signal }: TierContext,
  signedIn?: SignedIn,
): Promise<Made> {
  const nothing = { records: [], findings: [] };
  if (!model) return { ...nothing, skip: { notRun: "there is no model" } };
  const creations = await liveCreations(model, signedIn?.may);
  const made = { ids: new Map(signedIn?.ids), paths: new Map() };
  const records: LiveRecord[] = [];
  const findings: FindingDraft[] = [];
  let refused: string | undefined;
  for (const creation of creations) {
    const { path, body } = creation.request(made);
    const { method } = creation;
    const headers = {
      ...headersOf(signedIn),
      ...(model.idempotency ? { "idempotency-key": crypto.randomUUID() } : {}),
    };
    const answer = await probe(url + path, { method, body, headers, signal });
    const record = answer.status === creation.status
      ? creation.note(made, answer)
      : undefined;
    if (!record && creation.refusable && REFUSED.includes(answer.status)) {
      refused = `the system's own logic refuses the sample: ${
        String(Object(answer.json).detail)
      }`;
      break;
    }
    if (!record) {
      findings.push(notCreated(`${method} ${path}`, creation.status, answer));
      break;
    }
    records.push(record);
  }
  // What is shown of one may depend on what was created after it.
  const seen = model.api ? records : [];
  const read = await Promise.all(seen.map(async (record) => {
    const headers = signedIn ? headersOf(signedIn) : undefined;
    const { json } = await probe(url + record.path, { headers, signal });
    return { ...record, value: record.find(json) ?? record.value };
  }));
  const skip = model.engine === "memory"
    ? { notApplicable: "what is kept in memory is meant to be gone" }
    : refused !== undefined && records.length === 0
    ? { notApplicable: refused }
    : creations.length === 0
    ? { notApplicable: "nothing can be created and read over HTTP" }
    : undefined;
  // What a client should be able to create must be creatable, also when nothing is kept.
  if (findings.length > 0) return { records, findings, skip: { findings } };
  return { records: model.api ? read : records, findings, skip };
}

async function readBack(
  url: string,
  made: Made,
  { signal }: TierContext,
  signedIn?: SignedIn,
): Promise<CheckOutcome> {
  const findings = [...made.findings];
  for (const { path, find, value } of made.records) {
    const headers = signedIn ? headersOf(signedIn) : undefined;
    const answer = await probe(url + path, { headers, signal });
    const found = answer.status === 200 ? find(answer.json) : undefined;
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
  return {
    findings,
    note: `${counted(made.records.length, "entity", "entities")} read back`,
  };
}

/** A secret goes with every request, to be looked for in the log. */
function headersOf(signedIn?: SignedIn): Readonly<Record<string, string>> {
  const { scheme = "Bearer", token = CANARY } = signedIn ?? {};
  return { authorization: `${scheme} ${token}` };
}

function notCreated(
  place: string,
  wanted: number,
  answer: { readonly status: number; readonly text: string },
): FindingDraft {
  return {
    code: "V307",
    place,
    cause: `found ${answer.status} ${
      answer.text.slice(0, 300)
    }, wanted ${wanted}`,
    nextStep: "send the body of the log by hand and look at the answer",
  };
}

/** How logic says that something shall not be. */
const REFUSED: readonly number[] = [409, 422];
