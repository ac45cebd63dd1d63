/**
 * Plans a request with a language model: its blueprint passes the checks of every other, or there is none.
 *
 * @module
 */
import type { Diagnostic } from "../../generator/diagnostic.ts";
import type { PlanResult } from "../../generator/planner/plan_result.ts";
import {
  type Sentence,
  sentencesOf,
} from "../../generator/planner/sentences.ts";
import {
  type PreparedSystem,
  preparePlan,
  refusedRequest,
} from "../../generator/prepare.ts";
import { counted } from "../../validation/counted.ts";
import {
  addUsage,
  type LanguageModel,
  type ModelReply,
  type ModelTurn,
  NO_USAGE,
  type TokenUsage,
} from "../language_model.ts";
import { judgeAnswer, type JudgedAnswer } from "./judge_answer.ts";
import {
  findingsTurn,
  planningInstructions,
  requestTurn,
} from "./planning_prompt.ts";
import { planningSchema } from "./planning_schema.ts";

/** Options of {@link planByModel}. */
export interface PlanByModelOptions {
  /** Ends it. */
  readonly signal?: AbortSignal;
  /** Is told how far it is. */
  readonly onProgress?: (progress: PlanningProgress) => void;
  /** How often the model may be asked. @default 5 */
  readonly maxRounds?: number;
  /** Tokens that each answer may take. @default 32000 */
  readonly maxOutputTokens?: number;
  /** The folder of a system that was generated before: what a model wrote for it holds, too. @default there is none */
  readonly earlier?: string;
}

/** How far planning is. */
export type PlanningProgress =
  | { readonly kind: "asked"; readonly round: number }
  | { readonly kind: "text"; readonly round: number; readonly piece: string }
  | {
    readonly kind: "retry";
    readonly round: number;
    readonly reason: string;
    readonly waitMs: number;
  }
  | { readonly kind: "found"; readonly round: number; readonly found: number };

/** What planning with a model gives. */
export interface ModelPlan {
  /** The request, prepared as by the embedded planner; without a model of the system where the plan failed. */
  readonly prepared: PreparedSystem;
  /** What was found in each answer, in order; nothing in one that is whole. */
  readonly rounds: readonly (readonly string[])[];
  /** Calls, those included that the provider refused for a while. */
  readonly calls: number;
  /** Tokens of all calls. */
  readonly usage: TokenUsage;
  /** Milliseconds of all calls. */
  readonly ms: number;
}

/**
 * Plans a request.
 *
 * What the checks find is shown to the model, which answers anew. Two rounds without progress end that, and so does the
 * limit. Once a blueprint passes, one more round may mend what is said of the sentences.
 *
 * @throws {ModelFailure} when the model gives no answer, and there is no blueprint yet.
 */
export async function planByModel(
  request: string,
  model: LanguageModel,
  options: PlanByModelOptions = {},
): Promise<ModelPlan> {
  const refused = refusedRequest(request) ?? refusedSentences(request);
  if (refused) {
    const nothing = { rounds: [], calls: 0, usage: NO_USAGE, ms: 0 };
    return { prepared: refused, ...nothing };
  }
  const talk: Talk = {
    request,
    sentences: sentencesOf(request),
    model,
    options,
    rounds: [],
    recorded: 0,
    calls: 0,
    usage: NO_USAGE,
    ms: 0,
  };
  const { best, lapse } = await converse(talk);
  const { rounds, calls, usage, ms } = talk;
  const plan = resultOf(talk, best, lapse);
  const { earlier } = options;
  const prepared = await preparePlan(
    request,
    plan,
    earlier === undefined ? {} : { earlier },
  );
  return { prepared, rounds, calls, usage, ms };
}

/** A conversation about a request. */
interface Talk {
  readonly request: string;
  readonly sentences: readonly Sentence[];
  readonly model: LanguageModel;
  readonly options: PlanByModelOptions;
  readonly rounds: (readonly string[])[];
  /** Answers that took no call, as they were kept. */
  recorded: number;
  calls: number;
  usage: TokenUsage;
  ms: number;
}

interface Outcome {
  /** The answer that came furthest. */
  readonly best?: JudgedAnswer;
  /** Why no other came. */
  readonly lapse?: string;
}

async function converse(talk: Talk): Promise<Outcome> {
  const { request, sentences, options } = talk;
  const { maxRounds = 5 } = options;
  const first = requestTurn(sentences);
  let turns: readonly ModelTurn[] = [first];
  let best: JudgedAnswer | undefined;
  let idle = 0;
  for (let round = 1; round <= maxRounds; round++) {
    const reply = await ask(talk, turns, round, best?.stage === PASSED);
    if (typeof reply === "string") {
      return { ...(best ? { best } : {}), lapse: reply };
    }
    const judged = await judgeAnswer(reply, request, sentences);
    talk.rounds.push(judged.found);
    const { length } = judged.found;
    options.onProgress?.({ kind: "found", round, found: length });
    const wasFine = best?.stage === PASSED;
    const isBetter = comesFurther(judged, best);
    if (isBetter) best = judged;
    idle = isBetter ? 0 : idle + 1;
    if (wasFine || best?.stage === PASSED && best.found.length === 0) break;
    if (idle === MOST_IDLE) break;
    turns = [
      first,
      answerTurn(reply),
      findingsTurn(judged.shown, judged.stage === PASSED),
    ];
  }
  return best ? { best } : {};
}

/** Asks; a text says why there is no answer. */
async function ask(
  talk: Talk,
  turns: readonly ModelTurn[],
  round: number,
  mayFail: boolean,
): Promise<ModelReply | string> {
  const { model, options } = talk;
  const { signal, onProgress, maxOutputTokens = 32_000 } = options;
  onProgress?.({ kind: "asked", round });
  let reply: ModelReply;
  try {
    reply = await model.ask({
      system: planningInstructions(),
      turns,
      schema: { name: "plan", schema: planningSchema() },
      maxOutputTokens,
    }, {
      ...(signal ? { signal } : {}),
      onText: (piece) => onProgress?.({ kind: "text", round, piece }),
      onRetry: (reason, waitMs) =>
        onProgress?.({ kind: "retry", round, reason, waitMs }),
    });
  } catch (error) {
    // A plan that is there is not given up because it could not be made better.
    if (!mayFail || signal?.aborted || !(error instanceof Error)) throw error;
    return error.message;
  }
  talk.calls += reply.attempts;
  if (reply.attempts === 0) talk.recorded++;
  talk.usage = addUsage(talk.usage, reply.usage);
  talk.ms += reply.ms;
  return reply.finish === "refused" ? "it refused to answer" : reply;
}

/** Providers refuse an empty turn, and nobody needs the whole of an answer that is far too long. */
function answerTurn({ text }: ModelReply): ModelTurn {
  const said = text.slice(0, MAX_ANSWER);
  return { role: "assistant", text: said.trim() === "" ? "(nothing)" : said };
}

function comesFurther(
  one: JudgedAnswer,
  best: JudgedAnswer | undefined,
): boolean {
  return best === undefined || one.stage > best.stage ||
    one.stage === best.stage && one.found.length < best.found.length;
}

function resultOf(
  { model, rounds, recorded, calls, usage, ms }: Talk,
  best: JudgedAnswer | undefined,
  lapse: string | undefined,
): PlanResult {
  const plannedBy = {
    model: model.name,
    rounds: rounds.length,
    ...(recorded > 0 ? { recorded } : {}),
    calls,
    tokens: usage,
    ms: Math.round(ms),
  };
  if (best?.plan && best.stage === PASSED) {
    const { plan } = best;
    const warning: Diagnostic[] = lapse === undefined ? [] : [{
      code: "AC020",
      severity: "warning",
      message: `Cannot mend what is said of the sentences: ${lapse}`,
    }];
    return {
      ...plan,
      diagnostics: [...plan.diagnostics, ...warning],
      plannedBy,
    };
  }
  const why = lapse ??
    `found no blueprint that passes the checks in ${
      counted(rounds.length, "round")
    }`;
  return {
    sentences: [],
    assumptions: [],
    diagnostics: [
      {
        code: "AC020",
        severity: "error",
        message: `Cannot plan the request with ${model.name}: ${why}`,
        hint: "say it more simply, or take another model",
      },
      ...best?.errors ?? [],
    ],
    plannedBy,
  };
}

/** What no blueprint could hold as requirements. */
function refusedSentences(request: string): PreparedSystem | undefined {
  const sentences = sentencesOf(request);
  const long = sentences.find(({ text }) => text.length > MAX_SENTENCE);
  if (!long && sentences.length <= MAX_SENTENCES) return undefined;
  const diagnostic: Diagnostic = {
    code: "AC003",
    severity: "error",
    message: long
      ? `Cannot plan the request: found a sentence of ${long.text.length} characters, wanted at most ${MAX_SENTENCE}`
      : `Cannot plan the request: found ${sentences.length} sentences, wanted at most ${MAX_SENTENCES}`,
    ...(long ? { position: { line: long.line, column: long.column } } : {}),
    hint: "split it, or write a blueprint",
  };
  const source = { name: "request", text: request };
  return { blueprintText: "", diagnostics: [diagnostic], source };
}

/** The stage of a blueprint that passes all checks. */
const PASSED = 4;

/** Rounds without progress that end it. */
const MOST_IDLE = 2;

const MAX_ANSWER = 200_000;
const MAX_SENTENCE = 10_000;
const MAX_SENTENCES = 1_000;
