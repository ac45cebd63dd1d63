/**
 * A request as the SDK takes it.
 *
 * @module
 */
import type { ModelRequest } from "../language_model.ts";
import type { Concession } from "./concession.ts";
import type { ProviderName } from "./model_settings.ts";

/**
 * Puts a request in the SDK's words. A schema goes its provider's own way; for servers of OpenAI's protocol it also stands in
 * the prompt, as small ones do not know that way and say nothing about it.
 */
export function promptFor(
  core: typeof import("ai"),
  { system, turns, schema }: ModelRequest,
  provider: ProviderName,
  concessions: ReadonlySet<Concession>,
) {
  const messages = turns.map(({ role, text }) => ({ role, content: text }));
  if (schema === undefined) return { instructions: system, messages };
  const isOpenai = provider === "openai-compatible";
  const instructions = isOpenai
    ? `${system}\n\nAnswer with one JSON object and nothing else. It fits this JSON Schema:\n${
      JSON.stringify(schema.schema)
    }`
    : system;
  if (concessions.has("no schema beside the prompt")) {
    return { instructions, messages };
  }
  return {
    instructions,
    messages,
    output: {
      ...core.Output.object({
        schema: core.jsonSchema(schema.schema),
        name: schema.name,
      }),
      // The SDK would read the whole answer again at each of its pieces.
      parsePartialOutput: () => Promise.resolve(undefined),
    },
    // OpenAI's strict way takes only schemas that leave nothing open, which those of ours do.
    providerOptions: { openaiCompatible: { strictJsonSchema: false } },
  };
}
