/**
 * A small request, and what a model may answer to it.
 *
 * @module
 */
import { scriptedModel, type ScriptedReply } from "../../scripted_model.ts";

/** What is asked for. */
export const REQUEST =
  "Keep notes with a title.\nTitles have at most 50 characters.";

/** Its entity. */
export const NOTE = { fields: { title: { type: "string", maxLength: 50 } } };
/** What became of its sentences. */
export const CLAIMS = [
  { sentence: 1, paths: ["note", "note.title"] },
  { sentence: 2, paths: ["note.title.maxLength"] },
];
/** An answer that is right. */
export const GOOD = answer({ note: NOTE });
/** One with a type that there is not. */
export const MISSPELT = answer({
  note: { fields: { title: { type: "strng", maxLength: 50 } } },
});

/** Makes an answer. */
export function answer(
  entities: Readonly<Record<string, unknown>>,
  sentences: readonly unknown[] = CLAIMS,
  others: Readonly<Record<string, unknown>> = {},
): string {
  const blueprint = { system: "notes", entities, ...others };
  return JSON.stringify({ blueprint, sentences });
}

/** A model that gives these answers in turn, and the last one again and again. */
export function says(...answers: readonly ScriptedReply[]) {
  return scriptedModel((_, call) =>
    answers[Math.min(call, answers.length) - 1] ?? ""
  );
}

/** The codes of what is found, but for what is assumed. */
export function codes(
  prepared: {
    readonly diagnostics: readonly { code: string; severity: string }[];
  },
) {
  return prepared.diagnostics.filter(({ severity }) => severity !== "assumed")
    .map(({ code }) => code);
}
