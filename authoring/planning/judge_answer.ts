/**
 * Judges a language model's answer to a request: its form, its blueprint, and what it says of the sentences.
 *
 * @module
 */
import { renderDiagnostics } from "../../generator/blueprint/render_diagnostics.ts";
import type { Diagnostic } from "../../generator/diagnostic.ts";
import type { PlanResult } from "../../generator/planner/plan_result.ts";
import type { Sentence } from "../../generator/planner/sentences.ts";
import type { ModelReply } from "../language_model.ts";
import { checkPlan, PLAN_NAME } from "./check_plan.ts";
import { readByPatterns } from "./pattern_reading.ts";
import { readAnswer } from "./read_answer.ts";
import { traceClaims } from "./trace_claims.ts";
import { unclaimedParts } from "./unclaimed_parts.ts";

/** An answer and what was found in it. */
export interface JudgedAnswer {
  /** How far the checks came: form, reading, what blueprints say, what plans may hold, all. */
  readonly stage: 0 | 1 | 2 | 3 | 4;
  /** What was found, a line each. */
  readonly found: readonly string[];
  /** The same for the model, with the lines of its blueprint. */
  readonly shown: string;
  /** What stands against the blueprint, without places: nobody sees the text that they are in. */
  readonly errors: readonly Diagnostic[];
  /** The plan, where the blueprint passes the checks. */
  readonly plan?: PlanResult;
}

/** Judges an answer. */
export async function judgeAnswer(
  reply: ModelReply,
  request: string,
  sentences: readonly Sentence[],
): Promise<JudgedAnswer> {
  const answer = readAnswer(reply);
  if (typeof answer === "string") {
    const error: Diagnostic = {
      code: "AC022",
      severity: "error",
      message: answer,
    };
    return { stage: 0, found: [lineOf(error)], shown: answer, errors: [error] };
  }
  const { text, claims } = answer;
  const reading = await readByPatterns(request);
  const { blueprint, errors, stage } = await checkPlan(text, request, reading);
  if (!blueprint || stage !== 4) {
    return {
      stage,
      found: errors.map(lineOf),
      shown: renderDiagnostics(errors.slice(0, MOST_SHOWN), text, PLAN_NAME),
      errors: errors.map(({ position: _, ...error }) => error),
    };
  }
  const traced = traceClaims(claims, sentences, blueprint, reading.of);
  return {
    stage,
    found: traced.faults,
    shown: traced.faults.slice(0, MOST_SHOWN).join("\n"),
    errors: [],
    plan: {
      blueprint: { ...blueprint, requirements: traced.requirements },
      sentences: traced.sentences,
      assumptions: unclaimedParts(blueprint, traced.places),
      diagnostics: traced.diagnostics,
    },
  };
}

function lineOf({ code, message, path }: Diagnostic): string {
  return `${code}${path === undefined ? "" : ` ${path}`}: ${message}`;
}

/** What comes after these often follows from them. */
const MOST_SHOWN = 20;
