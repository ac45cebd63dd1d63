/**
 * Compares what a language model says became of each sentence with the blueprint that it wrote.
 *
 * A claim is only a claim: a path that is not there is told, and what nobody claims was not understood.
 *
 * @module
 */
import type {
  Blueprint,
  RequirementBlueprint,
} from "../../generator/blueprint/blueprint.ts";
import type { Diagnostic } from "../../generator/diagnostic.ts";
import type { PlannedSentence } from "../../generator/planner/plan_result.ts";
import type { Sentence } from "../../generator/planner/sentences.ts";
import type { BlueprintPlace } from "./blueprint_path.ts";
import type { PatternReading } from "./pattern_reading.ts";
import type { SentenceClaim } from "./read_answer.ts";
import { traceSentence } from "./trace_sentence.ts";

/** What the claims come to. */
export interface TracedClaims {
  /** Every sentence with what became of it. */
  readonly sentences: readonly PlannedSentence[];
  /** The sentences that became something that requirements have a word for. */
  readonly requirements: readonly RequirementBlueprint[];
  /** What was not understood (AC010), what is claimed in vain (AC021), and figures that are lost (AC026). */
  readonly diagnostics: readonly Diagnostic[];
  /** What of the claims another try could mend, for the model. */
  readonly faults: readonly string[];
  /** The places that are claimed. */
  readonly places: readonly BlueprintPlace[];
}

/**
 * Compares claims with a blueprint.
 *
 * @param read How patterns read a sentence
 */
export function traceClaims(
  claims: readonly SentenceClaim[],
  sentences: readonly Sentence[],
  blueprint: Blueprint,
  read: (sentence: Sentence) => PatternReading,
): TracedClaims {
  const traced = sentences.map((sentence, index) => {
    const number = index + 1;
    return traceSentence({
      sentence,
      number,
      claims: claims.filter((claim) => claim.sentence === number),
      reading: read(sentence),
    }, blueprint);
  });
  const strangers = claims
    .filter(({ sentence }) => sentence < 1 || sentence > sentences.length)
    .map(({ sentence }) =>
      `Cannot find sentence ${sentence}: found ${sentences.length} in the request`
    );
  return {
    sentences: traced.map(({ planned }) => planned),
    requirements: traced.flatMap(({ planned: { text, became } }) => {
      const covers = became.flatMap(({ ref }) => ref ?? []);
      return covers.length > 0 ? [{ text, covers }] : [];
    }),
    diagnostics: traced.flatMap(({ diagnostics }) => diagnostics),
    faults: [...strangers, ...traced.flatMap(({ faults }) => faults)],
    places: traced.flatMap(({ places }) => places),
  };
}
