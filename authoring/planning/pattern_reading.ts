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
  const readings = Map.groupBy(sentences, keyOf);
  return (sentence) => {
    const parts = readings.get(keyOf(sentence)) ?? [];
    if (parts.length === 0 || parts.some(isUnread)) return "unread";
    return parts.every(isPlain) ? "context" : "understood";
  };
}

/** A sentence may be read in several parts. */
function keyOf({ text, line }: Pick<Sentence, "text" | "line">): string {
  return `${line} ${text}`;
}

function isUnread({ status }: PlannedSentence): boolean {
  return status === "partly" || status === "not_understood";
}

function isPlain({ status, became }: PlannedSentence): boolean {
  return status === "context" &&
    became.every(({ phrase }) => PLAIN.has(phrase));
}

/** What the embedded planner says of sentences that ask for nothing, or for what no system lacks. */
const PLAIN: ReadonlySet<string> = new Set([
  "names the system",
  "what it is for",
  "every system has it",
]);
