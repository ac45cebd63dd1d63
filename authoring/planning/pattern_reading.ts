/**
 * How the embedded planner's patterns read the sentences of a request: a second opinion beside a language model's.
 *
 * A model could call everything a greeting, or everything built; patterns cannot be talked into either.
 *
 * @module
 */
import type { PlannedSentence } from "../../generator/planner/plan_result.ts";
import type { Sentence } from "../../generator/planner/sentences.ts";

/** How patterns read a sentence: as nothing that could be built, as a whole, or not, or in part. */
export type PatternReading = "context" | "understood" | "unread";

/** Returns a function that tells how a sentence is read; the embedded planner is loaded only here. */
export async function readByPatterns(
  request: string,
): Promise<(sentence: Sentence) => PatternReading> {
  const { plan } = await import("../../generator/planner/plan.ts");
  const { sentences } = await plan(request);
  const readings = new Map(
    sentences.map((one) => [keyOf(one), readingOf(one)]),
  );
  return (sentence) => readings.get(keyOf(sentence)) ?? "unread";
}

function keyOf({ text, line }: Pick<Sentence, "text" | "line">): string {
  return `${line} ${text}`;
}

function readingOf({ status, became }: PlannedSentence): PatternReading {
  if (status === "partly" || status === "not_understood") return "unread";
  const isPlain = status === "context" &&
    became.every(({ phrase }) => PLAIN.has(phrase));
  return isPlain ? "context" : "understood";
}

/** What the embedded planner says of sentences that ask for nothing, or for what no system lacks. */
const PLAIN: ReadonlySet<string> = new Set([
  "names the system",
  "what it is for",
  "every system has it",
]);
