/**
 * Runs the test of a claim on a system that was started for it alone, with nothing in it.
 *
 * @module
 */
import { visible } from "../../generator/blueprint/quoted.ts";
import type { SystemModel } from "../../generator/model/system_model.ts";
import { GeneratedSystemError } from "../../validation/errors.ts";
import {
  type HttpAnswer,
  httpExchange,
  NoAnswer,
} from "../../validation/fuzz/http_exchange.ts";
import {
  openStage,
  type StageContext,
} from "../../validation/production/stage.ts";
import type {
  ClaimOutcome,
  SecondStep,
} from "../../validation/second_reading.ts";
import { firstOf } from "../../validation/security/attack_ground.ts";
import { type Actor, actorValues, letIn } from "./actors.ts";
import type { CheckedClaim, CheckedStep } from "./check_claim.ts";
import { unmet, valueAt, wantedText } from "./expectation.ts";
import { exchangeText } from "./exchange_text.ts";
import { filled, filledText, namesIn } from "./saved_values.ts";

/** What tests are run on. */
export interface RunGround {
  /** The system, and what starts it. */
  readonly context: StageContext;
  /** Its model with examples, by which people are let in. */
  readonly sampled: SystemModel;
  /** Takes what was sent and answered. */
  readonly log: (text: string) => void;
}

/** How a test ended. */
export interface RanClaim {
  readonly outcome: ClaimOutcome;
  /** Why it is not `tested`. */
  readonly reason?: string;
  /** Whether another test of the same claim might run. @default false */
  readonly mendable?: boolean;
  readonly steps: readonly SecondStep[];
}

/**
 * Runs it. A step that checks and fails leaves the claim open; one that prepares and fails shows nothing about the request, so
 * that the claim is dropped.
 */
export async function runClaim(
  claim: CheckedClaim,
  name: string,
  { context, sampled, log }: RunGround,
): Promise<RanClaim> {
  const { signal } = context;
  const role = context.model.users?.roles.at(-1);
  const opened = await openStage(context, `second-${name}`, { role });
  if ("notRun" in opened) return dropped(claim, opened.notRun);
  await using stage = opened;
  try {
    await using system = await stage.start();
    const { url } = system;
    const first = await firstOf({ stage, system });
    const actors = await letIn(new Set(namesOf(claim)), {
      model: sampled,
      url,
      signal,
      ...(first ? { first } : {}),
    });
    const missing = claim.steps.find(({ as }) => !actors.has(as));
    if (missing) {
      const reason = `the system let nobody in as ${missing.as}`;
      return { ...dropped(claim, reason), mendable: true };
    }
    const saved = actorValues(actors, sampled);
    const unknown = unknownIn(claim, saved);
    if (unknown !== undefined) {
      const reason = `nobody knows what ${visible(unknown)} is`;
      return { ...dropped(claim, reason), mendable: true };
    }
    return await runSteps(claim, { url, actors, saved, signal, log });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof GeneratedSystemError)) throw error;
    return dropped(claim, error.message);
  }
}

interface LiveGround {
  readonly url: string;
  readonly actors: ReadonlyMap<string, Actor>;
  /** What is known before the first step. */
  readonly saved: Map<string, unknown>;
  readonly signal: AbortSignal;
  readonly log: RunGround["log"];
}

async function runSteps(
  claim: CheckedClaim,
  { url, actors, saved, signal, log }: LiveGround,
): Promise<RanClaim> {
  using exchange = httpExchange(url, { timeoutMs: ANSWER_MS, signal });
  const steps: SecondStep[] = claim.steps.map(planned);
  for (const [i, step] of claim.steps.entries()) {
    const request = requestOf(step, actors.get(step.as)?.headers ?? {}, saved);
    const answer = await exchange.send(request).catch((error) => {
      signal.throwIfAborted();
      if (error instanceof NoAnswer) return error;
      throw error;
    });
    const fault = answer instanceof NoAnswer
      ? answer.message
      : faultOf(step, answer, saved);
    log(exchangeText({ step, at: i + 1, request, answer, fault }));
    steps[i] = {
      ...planned(step),
      found: fault ?? String(step.status),
      state: fault === undefined ? "passed" : "failed",
    };
    if (fault === undefined) continue;
    const where = `step ${i + 1} of ${claim.steps.length}, ${
      planned(step).request
    }: ${fault}`;
    return step.purpose === "check"
      ? { outcome: "open", reason: where, steps }
      : {
        outcome: "dropped",
        reason: `what its test prepares did not work: ${where}`,
        mendable: true,
        steps,
      };
  }
  return { outcome: "tested", steps };
}

function requestOf(
  { method, path, params, query, headers, body, mediaType, operation }:
    CheckedStep,
  own: Readonly<Record<string, string>>,
  saved: ReadonlyMap<string, unknown>,
) {
  const places = new Map(params.map(({ name, value }) => [name, value]));
  const target = path.replaceAll(
    /\{([^}]+)\}/g,
    (_, name: string) =>
      encodeURIComponent(
        filledText(places.get(name) ?? "", saved).toWellFormed(),
      ),
  );
  const search = new URLSearchParams(
    query.map(({ name, value }) => [name, filledText(value, saved)]),
  ).toString();
  const needsKey = operation.parameters.some((one) =>
    one.name === KEY && one.required
  );
  return {
    method,
    target: search === "" ? target : `${target}?${search}`,
    headers: {
      ...(needsKey ? { [KEY]: crypto.randomUUID() } : {}),
      ...Object.fromEntries(
        headers.map(({ name, value }) => [name, filledText(value, saved)]),
      ),
      ...(mediaType === undefined ? {} : { "content-type": mediaType }),
      ...own,
    },
    ...(mediaType === undefined ? {} : {
      body: new TextEncoder().encode(JSON.stringify(filled(body, saved))),
    }),
  };
}

/** Says what of an answer is not as it was expected, and keeps what later steps use. */
function faultOf(
  { status, expect, save }: CheckedStep,
  { status: found, json, text }: HttpAnswer,
  saved: Map<string, unknown>,
): string | undefined {
  if (found !== status) {
    return `found ${found} ${
      visible(text.slice(0, MOST_SHOWN))
    }, wanted ${status}`;
  }
  for (const one of expect) {
    const fault = unmet({ ...one, value: filled(one.value, saved) }, json);
    if (fault !== undefined) return fault;
  }
  for (const { name, member } of save) {
    const value = valueAt(json, member);
    if (value === undefined) {
      return `found nothing at ${member || "the answer"} to save as ${name}`;
    }
    saved.set(name, value);
  }
  return undefined;
}

function planned(
  { purpose, method, path, as, status, expect }: CheckedStep,
): SecondStep {
  return {
    purpose,
    request: `${method} ${path} as ${as}`,
    wanted: [status, ...expect.map(wantedText)].join("; "),
    state: "not_run",
  };
}

function dropped(claim: CheckedClaim, reason: string): RanClaim {
  return { outcome: "dropped", reason, steps: claim.steps.map(planned) };
}

/** Who sends something, and of whom something is used. */
function namesOf(claim: CheckedClaim): string[] {
  return [
    ...claim.steps.map(({ as }) => as),
    ...valuesOf(claim).map((name) => name.split(".")[0] ?? name),
  ];
}

/** A value of an actor that is used and is not known: the system does not tell the ids of all users. */
function unknownIn(
  claim: CheckedClaim,
  saved: ReadonlyMap<string, unknown>,
): string | undefined {
  return valuesOf(claim).find((name) => !saved.has(name));
}

/** The names of actors' values that a test uses; those that it saves itself have no dot. */
function valuesOf({ steps }: CheckedClaim): string[] {
  return namesIn(steps.map(({ operation: _, ...step }) => step))
    .filter((name) => name.includes("."));
}

const KEY = "Idempotency-Key";
const ANSWER_MS = 10_000;
const MOST_SHOWN = 300;
