/**
 * Fuzzes a system that runs.
 *
 * @module
 */
import type { JsonObject } from "../../generator/plan/openapi_responses.ts";
import type { SystemModel } from "../../generator/model/system_model.ts";
import { schemaCheck } from "./answer_schemas.ts";
import { type ApiOperation, apiOperations } from "./api_document.ts";
import { ApiWords } from "./api_words.ts";
import { fuzzLife } from "./fuzz_life.ts";
import { fuzzOperation, PLAIN, seedOf } from "./fuzz_operation.ts";
import { FuzzRun } from "./fuzz_run.ts";
import { type FuzzViewer, FuzzWorld } from "./fuzz_world.ts";
import { httpExchange } from "./http_exchange.ts";
import { lifeSubjects } from "./life_subject.ts";
import { makeRequest } from "./make_request.ts";

/** What a session needs. */
export interface FuzzSessionOptions {
  readonly url: string;
  /** The model with examples. */
  readonly model: SystemModel;
  readonly document: JsonObject;
  readonly viewers: readonly FuzzViewer[];
  readonly limit: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Milliseconds an answer may take. @default 10000 */
  readonly limitMs?: number;
  readonly onRequest?: (count: number) => void | Promise<void>;
  /** Called before each part with its name; false passes it over. */
  readonly onBatch?: (name: string, run: FuzzRun) => boolean;
  /** Called after each part. */
  readonly onBatchDone?: (name: string, run: FuzzRun) => Promise<void>;
}

/** Calls every operation and leads things of every sort through their lives, until the number is reached. */
export async function fuzzSession(
  options: FuzzSessionOptions,
): Promise<FuzzRun> {
  const { url, model, document, viewers, limit, signal } = options;
  const operations = apiOperations(document);
  const words = new ApiWords(model, operations);
  const world = new FuzzWorld({ viewers, words, document });
  const limitMs = options.limitMs ?? 10_000;
  using exchange = httpExchange(url, { timeoutMs: limitMs, signal });
  const run = new FuzzRun({
    exchange,
    world,
    rules: {
      fits: await schemaCheck(document),
      problems: (model.api?.errors ?? "problem") === "problem",
      limitMs,
    },
    limit,
    signal,
    onRequest: options.onRequest ?? (() => {}),
  });
  await furnish(run);
  // Several rounds, so that all operations meet what the others have left.
  for (let round = 0; !run.isOver; round++) {
    const before = run.count;
    await fuzzRound(run, round, options);
    if (run.count === before) break;
  }
  return run;
}

async function fuzzRound(
  run: FuzzRun,
  round: number,
  options: FuzzSessionOptions,
): Promise<void> {
  const { limit, seed } = options;
  const { operations } = run;
  const subjects = lifeSubjects(run);
  const share = (part: number, among: number) =>
    Math.max(2, Math.ceil(limit * part / ROUNDS / Math.max(1, among)));
  const batch = async (name: string, work: () => Promise<void>) => {
    if (run.isOver || options.onBatch?.(name, run) === false) return;
    await work();
    await options.onBatchDone?.(name, run);
  };
  for (const subject of subjects) {
    // A life has about so many requests.
    const runs = Math.ceil(share(LIVES, subjects.length) / 8);
    const name = `life ${subject.create.id} ${round}`;
    await batch(
      name,
      () =>
        fuzzLife(run, subject, { runs, seed: seedOf(`${seed} ${round} life`) }),
    );
  }
  const part = subjects.length > 0 ? 1 - LIVES : 1;
  for (const operation of operations) {
    const isSlow = operation.tag === "auth" || operation.tag === "account";
    const fair = share(part, operations.length);
    const runs = isSlow ? Math.min(fair, MOST_SIGNING_IN) : fair;
    await batch(
      `${operation.id} ${round}`,
      () =>
        fuzzOperation(run, operation, {
          runs,
          seed: seedOf(`${seed} ${round}`),
        }),
    );
  }
}

/** Makes one of everything that can be made, each once what it needs is there. */
async function furnish(run: FuzzRun): Promise<void> {
  const { world, operations } = run;
  const makers = operations.filter(({ method, responses, path }) =>
    method !== "GET" && responses.has(201) && !path.includes("/bulk/")
  );
  const done = new Set<ApiOperation>();
  for (let before = -1; before < done.size;) {
    before = done.size;
    for (const maker of makers) {
      if (done.has(maker) || run.isOver) continue;
      if (maker.tag === "auth" || maker.tag === "account") continue;
      for (const viewer of world.viewers.keys()) {
        const made = makeRequest(maker, PLAIN, world, { viewer });
        const { answer, flaw } = await run.send(maker, made);
        if (flaw) run.report(maker, flaw, [made]);
        if (answer && answer.status < 300) {
          done.add(maker);
          break;
        }
      }
    }
  }
}

/** In how many rounds an operation gets its share. */
const ROUNDS = 4;
/** The part of the requests that lives have. */
const LIVES = 0.4;
/** Passwords are hashed slowly on purpose, and those who try too often must wait. */
const MOST_SIGNING_IN = 15;
