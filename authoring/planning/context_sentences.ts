/**
 * Which sentences of a request say nothing that could be built, such as a greeting or the name of the system.
 *
 * That is not left to a language model, which could call everything so that it did not build: the embedded planner's
 * patterns decide.
 *
 * @module
 */
import type { Sentence } from "../../generator/planner/sentences.ts";

/** Returns a function that tells such sentences; the embedded planner is loaded only here. */
export async function contextSentences(
  request: string,
): Promise<(sentence: Sentence) => boolean> {
  const { plan } = await import("../../generator/planner/plan.ts");
  const { sentences } = await plan(request);
  const context = new Set(
    sentences.filter(({ status, became }) =>
      status === "context" && became.every(({ phrase }) => PLAIN.has(phrase))
    ).map(({ text, line }) => `${line} ${text}`),
  );
  return ({ text, line }) => context.has(`${line} ${text}`);
}

/** What the embedded planner says of sentences that ask for nothing, or for what no system lacks. */
const PLAIN: ReadonlySet<string> = new Set([
  "names the system",
  "what it is for",
  "every system has it",
]);
