/**
 * A system that was started to be attacked: who there is, what is there, and how it is called.
 *
 * @module
 */
import { openApiDocument } from "../../generator/plan/openapi.ts";
import type { JsonObject } from "../../generator/plan/openapi_responses.ts";
import type { SystemModel } from "../../generator/model/system_model.ts";
import type { DeepContext } from "../deep_part.ts";
import { GeneratedSystemError } from "../errors.ts";
import { type ApiOperation, apiOperations } from "../fuzz/api_document.ts";
import { ApiWords } from "../fuzz/api_words.ts";
import { PLAIN } from "../fuzz/fuzz_operation.ts";
import { type FirstAccount, fuzzViewers } from "../fuzz/fuzz_accounts.ts";
import { FuzzWorld } from "../fuzz/fuzz_world.ts";
import {
  type HttpAnswer,
  httpExchange,
  type HttpRequest,
} from "../fuzz/http_exchange.ts";
import { makeRequest } from "../fuzz/make_request.ts";
import { openSight, type StoreSight } from "../production/store_sight.ts";
import { onStage, type Stage } from "../production/stage.ts";
import type { RunningSystem } from "../run_system.ts";
import { sampled } from "../sample_bodies.ts";
import type { CheckOutcome } from "../tier.ts";

/** What an attack works with. */
export interface AttackGround {
  readonly context: DeepContext;
  /** The model with examples. */
  readonly model: SystemModel;
  readonly operations: readonly ApiOperation[];
  /** Who calls it, and what they have made. */
  readonly world: FuzzWorld;
  readonly stage: Stage;
  readonly system: RunningSystem;
  /** Its store; undefined where it keeps nothing. */
  readonly sight: StoreSight | undefined;
  /** The lines of its log so far. */
  readonly lines: readonly string[];
  /** The ids of the operations that somebody was seen to succeed with: behind them attacks are not stopped at the door. */
  readonly open: Set<string>;
  /** Sends a request and counts it. */
  send(request: HttpRequest): Promise<HttpAnswer>;
  /** Sends a request that is no attack, and does not count it. */
  look(request: HttpRequest): Promise<HttpAnswer>;
  /** How many attacks were sent. */
  attempts(): number;
}

/** Starts the system, lets somebody of every role in, fills it, and does the work; its log becomes the raw output. */
export function onGround(
  context: DeepContext,
  name: string,
  work: (ground: AttackGround) => Promise<CheckOutcome>,
): Promise<CheckOutcome> {
  const role = context.model.users?.roles.at(-1);
  return onStage(context, `security-${name}`, async (stage) => {
    const lines: string[] = [];
    await using system = await stage.start({ LOG_LEVEL: "debug" }, {
      onLine: (line) => void lines.push(line),
    });
    const log = `security.${name}.log`;
    try {
      await using sight = await openSight(context, stage);
      using exchange = httpExchange(system.url, {
        timeoutMs: context.limits.answerSeconds * 1000,
        signal: context.signal,
      });
      let attempts = 0;
      const model = await sampled(context.model);
      const document = openApiDocument(model);
      const operations = apiOperations(document);
      const ground: AttackGround = {
        context,
        model,
        operations,
        world: await worldOf({ context, model, stage, system }, document),
        stage,
        system,
        sight,
        lines,
        open: new Set(),
        send: (request) => {
          attempts++;
          return exchange.send(request);
        },
        look: (request) => exchange.send(request),
        attempts: () => attempts,
      };
      await furnish(ground);
      attempts = 0;
      const outcome = await work(ground);
      if (!("findings" in outcome)) return outcome;
      return attempts === 0 && outcome.findings.length === 0
        ? { notApplicable: "the system has nothing of this kind to attack" }
        : { ...outcome, log };
    } finally {
      await system.stop();
      context.bench.log(log, system.output.stderr);
      context.bench.log(log, system.output.stdout.slice(-LOG_TAIL));
    }
  }, { role });
}

/** What every check says of itself: how much was tried, and against which weaknesses. */
export function noteOf(attempts: number, weaknesses: string): string {
  return `${attempts.toLocaleString("en")} attempts; ${weaknesses}`;
}

async function worldOf(
  { context, model, stage, system }: Pick<
    AttackGround,
    "context" | "model" | "stage" | "system"
  >,
  document: JsonObject,
): Promise<FuzzWorld> {
  const { url } = system;
  const { signal } = context;
  const first = await firstOf({ stage, system });
  const roles = model.users?.roles ?? [];
  // Two of every role: whoever is like the owner is no owner.
  const others = roles.length > 0
    ? [...roles.slice(0, -1), ...roles]
    : ["a user", "a user"];
  const viewers = await fuzzViewers({
    model,
    url,
    signal,
    others,
    ...(first ? { first } : {}),
  });
  if (model.users && viewers.every(({ login }) => !login)) {
    throw new GeneratedSystemError("Cannot attack: found nobody signed in");
  }
  const words = new ApiWords(model, apiOperations(document));
  return new FuzzWorld({ viewers, words, document });
}

/** Signs in by the account that the settings made; undefined without users. */
export async function firstOf(
  { stage, system }: Pick<AttackGround, "stage" | "system">,
): Promise<FirstAccount["first"] | undefined> {
  const first = await stage.signIn(system.url);
  return first && { ...first, login: JSON.parse(stage.env.FIRST_USER ?? "{}") };
}

/** Lets everybody make one of everything that they may make, each once what it needs is there. */
async function furnish(ground: AttackGround): Promise<void> {
  const { world, operations } = ground;
  const makers = operations.filter(isMaker);
  const done = new Set<string>();
  for (let before = -1; before < done.size;) {
    before = done.size;
    for (const maker of makers) {
      for (const viewer of world.viewers.keys()) {
        const key = `${maker.id} ${viewer}`;
        if (!done.has(key) && await make(ground, maker, viewer)) done.add(key);
      }
    }
  }
  for (const operation of operations) await openDoor(ground, operation);
}

/** Finds somebody who may do what reads or changes, so that later requests are theirs. */
async function openDoor(
  { world, send, open }: AttackGround,
  operation: ApiOperation,
): Promise<void> {
  const { method, isStream, tag } = operation;
  if (!["GET", "PUT", "PATCH"].includes(method) || isStream) return;
  if (tag === "auth" || tag === "account") return;
  const [item] = world.itemsFor(operation.path, method !== "GET");
  const viewers = new Set([item?.maker ?? 0, ...world.viewers.keys()]);
  for (const viewer of viewers) {
    const about = item ? { item, viewer } : { viewer };
    const { request } = makeRequest(operation, PLAIN, world, about);
    const { status } = await send(request);
    if (status >= 300) continue;
    open.add(operation.id);
    world.noteAble(operation, viewer, item);
    return;
  }
}

/** Lets somebody make one; false when it was refused. */
async function make(
  { world, send, open }: AttackGround,
  maker: ApiOperation,
  viewer: number,
): Promise<boolean> {
  const made = makeRequest(maker, PLAIN, world, { viewer });
  const answer = await send(made.request);
  if (answer.status >= 300) return false;
  world.learn(maker, { ...made, answer });
  open.add(maker.id);
  return true;
}

/** Tells whether an operation makes something, one at a time. */
export function isMaker(
  { method, responses, path, tag }: ApiOperation,
): boolean {
  return method !== "GET" && responses.has(201) && !path.includes("/bulk/") &&
    tag !== "auth" && tag !== "account";
}

/** Characters of the log that are kept. */
const LOG_TAIL = 100_000;
