/**
 * What an answer took at a server that does not say.
 *
 * @module
 */
import type { ModelRequest, TokenUsage } from "../language_model.ts";
import { plainSchema } from "./plain_schema.ts";

/** Estimates the tokens of a question and of as many bytes of its answer, and says that they are estimated. */
export function estimatedUsage(
  { system, shared = "", turns, schema }: ModelRequest,
  answerBytes: number,
): TokenUsage {
  const sent = [
    system,
    shared,
    ...turns.map(({ text }) => text),
    schema ? JSON.stringify(plainSchema(schema.schema, true)) : "",
  ];
  const characters = sent.reduce((sum, text) => sum + text.length, 0);
  const input = Math.ceil(characters / PER_TOKEN);
  const output = Math.ceil(answerBytes / PER_TOKEN);
  return { input, output, cached: 0, estimated: input + output };
}

/** Characters of a token: 3.55 in a question about a guard, by the tokenizer of Qwen 2.5, whose answers have more. */
const PER_TOKEN = 3.5;
