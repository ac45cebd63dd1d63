/**
 * How the embedded planner's patterns read the sentences of a request: a second opinion beside a language model's.
 *
 * A model could call everything a greeting, or everything built; patterns cannot be talked into either.
 *
 * @module
 */
import type { RequirementRef } from "../../generator/blueprint/blueprint.ts";
import type { PlannedSentence } from "../../generator/planner/plan_result.ts";
import type { Sentence } from "../../generator/planner/sentences.ts";

/** How patterns read a sentence. */
export interface PatternReading {
  /** As nothing that could be built, as a whole, or not, or in part. */
  readonly kind: "context" | "understood" | "unread";
  /** What they make of it. */
  readonly refs: readonly RequirementRef[];
}

/** Returns a function that tells how a sentence is read; the embedded planner is loaded only here. */
export async function readByPatterns(
  request: string,
): Promise<(sentence: Sentence) => PatternReading> {
  const { plan } = await import("../../generator/planner/plan.ts");
  const { sentences } = await plan(request);
  const readings = new Map(
    sentences.map((one) => [keyOf(one), readingOf(one)]),
  );
  return (sentence) =>
    readings.get(keyOf(sentence)) ?? { kind: "unread", refs: [] };
}

function keyOf({ text, line }: Pick<Sentence, "text" | "line">): string {
  return `${line} ${text}`;
}

function readingOf({ status, became }: PlannedSentence): PatternReading {
  const refs = became.flatMap(({ ref }) => ref ?? []);
  if (status === "partly" || status === "not_understood") {
    return { kind: "unread", refs };
  }
  const isPlain = status === "context" &&
    became.every(({ phrase }) => PLAIN.has(phrase));
  return { kind: isPlain ? "context" : "understood", refs };
}

/** What the embedded planner says of sentences that ask for nothing, or for what no system lacks. */
const PLAIN: ReadonlySet<string> = new Set([
  "names the system",
  "what it is for",
  "every system has it",
]);
