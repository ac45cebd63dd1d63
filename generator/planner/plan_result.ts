/**
 * What planning a request results in.
 *
 * @module
 */
import type { Blueprint, RequirementRef } from "../blueprint/blueprint.ts";
import type { Diagnostic } from "../diagnostic.ts";

/**
 * How well a sentence was understood: `context` sentences only announce, greet or explain.
 */
export type SentenceStatus =
  | "understood"
  | "partly"
  | "not_understood"
  | "context";

/** One thing a sentence became. */
export interface Became {
  /** The part of the blueprint, when it is one. */
  readonly ref?: RequirementRef;
  /** The same for a person: "field title of task (string, required)". */
  readonly phrase: string;
}

/** A sentence of the request and what became of it. */
export interface PlannedSentence {
  /** The sentence, word for word, without the bullet or number in front of it. */
  readonly text: string;
  /** Its line in the request, from 1. */
  readonly line: number;
  /** What it became. */
  readonly became: readonly Became[];
  /** How well it was understood. */
  readonly status: SentenceStatus;
  /** The parts that were not understood or are not built yet, word for word, in order. Missing when there is none. */
  readonly notUnderstood?: readonly string[];
  /** Those of these parts that are known but not built yet. Missing when there is none. */
  readonly notBuilt?: readonly string[];
  /** Who is said to do what anyone may do, word for word: nobody signs in. Missing when nobody is. */
  readonly notEnforced?: readonly string[];
  /** Why something was not understood, in the words of the language model that planned. */
  readonly note?: string;
}

/** What planning a request results in. */
export interface PlanResult {
  /** The blueprint; missing when nothing was understood. */
  readonly blueprint?: Blueprint;
  /** Every sentence of the request, in order. */
  readonly sentences: readonly PlannedSentence[];
  /** What was decided without being asked for, one sentence each. */
  readonly assumptions: readonly string[];
  /**
   * `AC001` nothing understood · `AC002` empty request · `AC003` request too long (errors) ·
   * `AC010` a part not understood · `AC011` a part known but not built yet (warnings). Of a model also `AC020` to `AC026`.
   */
  readonly diagnostics: readonly Diagnostic[];
  /** The language model that planned it. Missing when the embedded planner did. */
  readonly plannedBy?: PlanningModel;
}

/** A language model that planned, and what that took. */
export interface PlanningModel {
  /** Provider and model. */
  readonly model: string;
  /** How often it was asked: once, and again with what was found in its answer before. */
  readonly rounds: number;
  /** Rounds that were answered by what is kept of it, without a call. Missing when none was. */
  readonly recorded?: number;
  /** Calls, those included that the provider refused for a while. */
  readonly calls: number;
  /** Tokens sent, answered, and of those sent the ones that the provider had kept. */
  readonly tokens: {
    readonly input: number;
    readonly output: number;
    readonly cached: number;
  };
  /** Milliseconds that it took to answer. */
  readonly ms: number;
}

/** Options of planning. */
export interface PlanOptions {
  /** The system's name instead of the one the request gives it; made a snake_case name. */
  readonly system?: string;
  /** Where the API listens unless the request says so. */
  readonly port?: number;
}
