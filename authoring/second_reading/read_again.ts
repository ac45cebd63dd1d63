/**
 * Reads a request again with a language model: asks, checks what it claims, runs the tests, lets it mend what could not be run.
 *
 * @module
 */
import { visible } from "../../generator/blueprint/quoted.ts";
import { sha256 } from "../../generator/output/manifest.ts";
import type { SecondReading } from "../../validation/second_reading.ts";
import type { LanguageModel, ModelRequest } from "../language_model.ts";
import type { ClaimGround } from "./check_claim.ts";
import type { Claim, UnreadableClaim } from "./claim.ts";
import { ModelCalls } from "./model_calls.ts";
import { readClaims } from "./read_claims.ts";
import {
  type FaultyClaim,
  firstQuestion,
  mendingQuestion,
  MOST_CLAIMS,
  type ReadingMaterial,
} from "./reading_question.ts";
import type { RequestText } from "./request_text.ts";
import { toldClaims } from "./told_claim.ts";
import {
  type Trial,
  type TriedClaim,
  tryAll,
  tryMended,
} from "./try_claims.ts";

/** What is read, and what claims are held to. */
export interface ReadingSubject {
  readonly request: RequestText;
  readonly requirements: readonly {
    readonly id: string;
    readonly text: string;
  }[];
  readonly material: ReadingMaterial;
  readonly ground: ClaimGround;
}

/** What a second reading works with. */
export interface ReadingOptions {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Runs the test of a claim. */
  readonly run: Trial["run"];
  /** Takes how far it is. */
  readonly tell: (text: string) => void;
  /** A reading that was made before; of the same question it is taken as it is. */
  readonly earlier?: SecondReading | undefined;
}

/**
 * Makes the reading. A model that gives no answer makes it `not_run`, with the reason; there are at most two questions.
 *
 * @throws {Error} the signal's reason when it is interrupted.
 */
export async function readAgain(
  subject: ReadingSubject,
  model: LanguageModel,
  { signal, tell, earlier, run }: ReadingOptions,
): Promise<SecondReading> {
  const start = performance.now();
  const question = firstQuestion(subject.material);
  const asked = await sha256(JSON.stringify([model.name, question]));
  if (earlier?.state === "made" && earlier.asked === asked) {
    tell("nothing has changed since it was read last");
    return earlier;
  }
  const calls = new ModelCalls(model, signal, tell);
  const trial = { ground: subject.ground, run, tell };
  const result = await ask(question, calls, trial);
  const isMade = "tried" in result;
  return {
    model: model.name,
    state: isMade ? "made" : "not_run",
    ...(result.reason === undefined ? {} : { reason: visible(result.reason) }),
    read: subject.request.from,
    asked,
    calls: calls.count,
    usage: calls.usage,
    ms: Math.round(performance.now() - start),
    claims: isMade ? toldClaims(result.tried, subject.requirements) : [],
  };
}

/** What came of the questions: claims that were tried, or only a reason. */
type Reading =
  | { readonly tried: readonly TriedClaim[]; readonly reason?: string }
  | { readonly reason: string };

async function ask(
  question: ModelRequest,
  calls: ModelCalls,
  trial: Trial,
): Promise<Reading> {
  const first = await calls.ask(question);
  if (typeof first === "string") return { reason: first };
  const claims = readClaims(first.value);
  if (!claims) {
    const unread = [{ quote: "", shows: "", fault: NO_CLAIMS }];
    const again = await calls.ask(
      mendingQuestion(question, first.text, unread),
    );
    if (typeof again === "string") return { reason: again };
    const late = readClaims(again.value);
    return late ? await tryMost(late, trial) : { reason: NO_CLAIMS };
  }
  const { tried, reason } = await tryMost(claims, trial);
  const faulty = tried.filter(({ mendable }) => mendable);
  if (faulty.length === 0) return { tried, ...(reason ? { reason } : {}) };
  const second = await calls.ask(
    mendingQuestion(question, first.text, faulty.map(faultOf)),
  );
  const mended = typeof second === "string"
    ? undefined
    : readClaims(second.value);
  if (mended) {
    const all = await tryMended(tried, mended, trial);
    return { tried: all, ...(reason ? { reason } : {}) };
  }
  const why = typeof second === "string" ? second : NO_CLAIMS;
  return { tried, reason: `what was dropped could not be mended: ${why}` };
}

async function tryMost(
  claims: readonly (Claim | UnreadableClaim)[],
  trial: Trial,
): Promise<
  { readonly tried: readonly TriedClaim[]; readonly reason?: string }
> {
  const tried = await tryAll(claims.slice(0, MOST_CLAIMS), trial);
  return claims.length <= MOST_CLAIMS ? { tried } : {
    tried,
    reason: `of ${claims.length} claims the first ${MOST_CLAIMS} were tried`,
  };
}

function faultOf({ claim, reason = "" }: TriedClaim): FaultyClaim {
  return { quote: claim.quote, shows: claim.shows, fault: reason };
}

const NO_CLAIMS = 'its answer is no JSON with a list of "claims"';
