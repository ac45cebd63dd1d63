/**
 * A second reading of the request by a language model, as the report tells it. Its results change no status and no score.
 *
 * @module
 */
import { counted } from "./counted.ts";

/** Who does a step: it prepares what is to be seen, or it shows it. */
export type StepPurpose = "prepare" | "check";

/** One request of a test, and how it ended. */
export interface SecondStep {
  /** Whether it prepares or shows. */
  readonly purpose: StepPurpose;
  /** The request, such as `POST /tasks as member`. */
  readonly request: string;
  /** What the answer had to be, such as `201; title equals "tea"`. */
  readonly wanted: string;
  /** What it was; missing when it was not sent. */
  readonly found?: string;
  /** How it ended. */
  readonly state: "passed" | "failed" | "not_run";
}

/**
 * What became of a claim: its test passed (`tested`), its test failed, so that somebody has to look (`open`), or there was
 * no test that could be run (`dropped`).
 */
export type ClaimOutcome = "tested" | "open" | "dropped";

/** A claim of the model's: here the request asks for something that no test shows. */
export interface SecondClaim {
  /** `S1`, `S2`, … */
  readonly id: string;
  /** The words of the request that it is about; of a claim that was dropped it may be anything. */
  readonly quote: string;
  /** The requirements that the words stand in. */
  readonly requirements: readonly string[];
  /** What the test shows, in the model's words. */
  readonly shows: string;
  /** What became of it. */
  readonly outcome: ClaimOutcome;
  /** Why it is open or was dropped. */
  readonly reason?: string;
  /** The test as it was run; empty where none was. */
  readonly steps: readonly SecondStep[];
}

/** A second reading. */
export interface SecondReading {
  /** The model, such as `anthropic/claude-sonnet-4-5`. */
  readonly model: string;
  /** Whether it was made. */
  readonly state: "made" | "not_applicable" | "not_run";
  /** Why it was not made. */
  readonly reason?: string;
  /** What was read: the whole request; where nobody kept that the requirements of the blueprint, or else its behaviours. */
  readonly read: "request" | "requirements" | "behaviors";
  /** SHA-256 of what the model was asked first, and of its name: the same question need not be asked again. */
  readonly asked?: string;
  /** Questions to the model. */
  readonly calls: number;
  /** Tokens of all of them. */
  readonly usage: {
    /** Tokens sent. */
    readonly input: number;
    /** Tokens answered. */
    readonly output: number;
    /** Of those sent, the ones that the provider had kept. */
    readonly cached: number;
  };
  /** Milliseconds it took. */
  readonly ms: number;
  /** What it claims, in its order. */
  readonly claims: readonly SecondClaim[];
  /** Path of its raw output below the evidence folder, when it has one. */
  readonly log?: string;
}

/** Sums a second reading up in a line. */
export function secondReadingText(
  { model, state, reason, claims }: SecondReading,
): string {
  if (state !== "made") {
    return `second reading by ${model}: ${
      state === "not_run" ? "not run" : "not applicable"
    } (${reason ?? "no reason is known"})`;
  }
  const count = (outcome: ClaimOutcome) =>
    claims.filter((claim) => claim.outcome === outcome).length;
  const open = count("open");
  return `second reading by ${model}: ${count("tested")} tested, ${
    counted(open, "open question")
  }, ${count("dropped")} dropped; the result above does not depend on it`;
}
