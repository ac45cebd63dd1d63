/**
 * A model that answers from a script: a double for tests, which needs no network.
 *
 * @module
 */
import type {
  AskOptions,
  LanguageModel,
  ModelReply,
  ModelRequest,
} from "./language_model.ts";

/** What a scripted model says to one question: a text, a reply in part, or an error to throw. */
export type ScriptedReply = string | Partial<ModelReply> | Error;

/** Makes a model of a function from questions to answers; it keeps every question. */
export function scriptedModel(
  answer: (
    request: ModelRequest,
    call: number,
  ) => ScriptedReply | Promise<ScriptedReply>,
): LanguageModel & { readonly asked: ModelRequest[] } {
  const asked: ModelRequest[] = [];
  return {
    name: "scripted/double",
    asked,
    ask: async (request: ModelRequest, options: AskOptions = {}) => {
      options.signal?.throwIfAborted();
      asked.push(request);
      const said = await answer(request, asked.length);
      if (said instanceof Error) throw said;
      const reply = typeof said === "string" ? { text: said } : said;
      const text = reply.text ?? "";
      options.onText?.(text);
      const value = request.schema ? valueOf(text) : undefined;
      return {
        text,
        ...(value === undefined ? {} : { value }),
        finish: "done",
        usage: { input: 100, output: 10, cached: 0 },
        attempts: 1,
        ms: 0,
        ...reply,
      };
    },
  };
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
