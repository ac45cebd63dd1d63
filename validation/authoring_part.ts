/**
 * What a language model had to do with how a system came about, as the report tells it. No status and no score depends on it.
 *
 * @module
 */
import { counted } from "./counted.ts";

/** Tokens of some calls. */
export interface AuthoringTokens {
  /** Tokens sent. */
  readonly input: number;
  /** Tokens answered. */
  readonly output: number;
  /** Of those sent, the ones that the provider had kept. */
  readonly cached: number;
}

/** What some units of the plan took: those of a wave, those of a type of file, or all of them. */
export interface AuthoringFigures {
  /** `wave 1`, `logic`, `total`. */
  readonly name: string;
  /** Units. */
  readonly units: number;
  /** Of those, the ones that were given up. */
  readonly failed: number;
  /** Files that stay. */
  readonly files: number;
  /** Their lines. */
  readonly lines: number;
  /** Calls to the model. */
  readonly calls: number;
  /** Attempts of these calls; more than calls where some were retried. */
  readonly attempts: number;
  /** The most rounds that one unit took. */
  readonly rounds: number;
  /** Their tokens. */
  readonly tokens: AuthoringTokens;
  /** Dollars; null where the price is unknown. */
  readonly cost: number | null;
  /** Milliseconds in which at least one call was under way. */
  readonly parallelMs: number;
}

/** What a model wrote in the generation. */
export interface WrittenPart {
  /** Provider and model. */
  readonly model: string;
  /** The prices that the cost is reckoned by, and where they are from; missing where they are unknown. */
  readonly price?: string;
  /** By wave, in order. */
  readonly waves: readonly AuthoringFigures[];
  /** By type of file. */
  readonly types: readonly AuthoringFigures[];
  /** All of it. */
  readonly total: AuthoringFigures;
  /** The units that were given up, and why. */
  readonly failed: readonly { readonly unit: string; readonly why: string }[];
}

/** What a model planned. */
export interface PlannedPart {
  /** Provider and model. */
  readonly model: string;
  /** How often it was asked. */
  readonly rounds: number;
  /** Calls, retries included. */
  readonly calls: number;
  /** Their tokens. */
  readonly tokens: AuthoringTokens;
  /** Milliseconds that it took. */
  readonly ms: number;
}

/** A unit that a model has written, as it is kept in `.autocoder/answers`. */
export interface KeptUnit {
  /** The path of a behaviour in the blueprint, or that of a whole file in the output. */
  readonly unit: string;
  /** Provider and model. */
  readonly model: string;
  /** Rounds until it passed. */
  readonly rounds: number;
  /** Calls that it took. */
  readonly calls: number;
  /** Their tokens. */
  readonly tokens: AuthoringTokens;
}

/** What a language model had to do with a system. */
export interface AuthoringPart {
  /** What it planned, by `evidence/generation.json`; missing where no model planned. */
  readonly planned?: PlannedPart;
  /** What it wrote in the generation, by `evidence/generation.json`; missing where it was not asked then. */
  readonly written?: WrittenPart;
  /** Why `evidence/generation.json` says nothing of it that could be read; missing where it could. */
  readonly unread?: string;
  /** What it has written, then or before, and is kept. */
  readonly kept: readonly KeptUnit[];
}

/** Says what calls cost: an amount of dollars, or that nobody knows. */
export function costText(cost: number | null): string {
  return cost === null ? "unknown: no price" : `$${cost.toFixed(4)}`;
}

/** Sums the part of a model up in a line; undefined where it has none that could be told. */
export function authoringText(
  { written, kept }: AuthoringPart,
): string | undefined {
  if (!written) {
    const models = [...new Set(kept.map(({ model }) => model))].join(", ");
    return kept.length === 0
      ? undefined
      : `${
        counted(kept.length, "unit")
      } written before by ${models}; this generation asked no model`;
  }
  const { model, total: { units, failed, calls, rounds, cost } } = written;
  return `${units - failed} of ${units} units written by ${model}: ${
    counted(calls, "call")
  }, ${counted(rounds, "round")} at most, cost ${costText(cost)}`;
}
