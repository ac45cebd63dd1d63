/**
 * A request as the SDK takes it.
 *
 * @module
 */
import type { ModelMessage } from "ai";
import type { ModelRequest } from "../language_model.ts";
import type { Concession } from "./concession.ts";
import type { ProviderName } from "./model_settings.ts";
import { plainSchema } from "./plain_schema.ts";

/**
 * Puts a request in the SDK's words. A schema goes its provider's own way; for servers of OpenAI's protocol it also stands in
 * the prompt, as small ones do not know that way and say nothing about it. Its descriptions then stand there alone.
 */
export function promptFor(
  core: typeof import("ai"),
  request: ModelRequest,
  provider: ProviderName,
  concessions: ReadonlySet<Concession>,
) {
  const { system, schema } = request;
  const messages = messagesOf(request, provider);
  if (schema === undefined) return { instructions: system, messages };
  const wish =
    "Answer with one JSON object that fits the schema, and nothing else.";
  const isOpen = provider === "openai-compatible";
  const instructions = isOpen
    ? `${system}\n\n${wish} The JSON Schema:\n${
      JSON.stringify(plainSchema(schema.schema, true))
    }`
    : `${system}\n\n${wish}`; // some of Claude's models cannot be made to
  if (concessions.has("no schema beside the prompt")) {
    return { instructions, messages };
  }
  return {
    instructions,
    messages,
    output: {
      ...core.Output.object({
        schema: core.jsonSchema(
          isOpen ? plainSchema(schema.schema, false) : schema.schema,
        ),
        name: schema.name,
      }),
      // The SDK would read the whole answer again at each of its pieces.
      parsePartialOutput: () => Promise.resolve(undefined),
    },
    // OpenAI's strict way takes only schemas that leave nothing open, which those of ours do.
    providerOptions: { openaiCompatible: { strictJsonSchema: false } },
  };
}

/**
 * The conversation. What is shared is a part of its own that Claude is asked to keep; others keep by themselves what
 * requests begin with, and small servers know no parts.
 */
function messagesOf(
  { shared, turns }: ModelRequest,
  provider: ProviderName,
): ModelMessage[] {
  return turns.map(({ role, text }, index): ModelMessage => {
    const isFirst = index === 0 && role === "user";
    if (shared === undefined || !isFirst) return { role, content: text };
    const before = `${shared}\n\n`;
    return {
      role,
      content: provider === "anthropic"
        ? [{ type: "text", text: before, ...KEPT }, { type: "text", text }]
        : `${before}${text}`,
    };
  });
}

const KEPT = {
  providerOptions: { anthropic: { cacheControl: { type: "ephemeral" } } },
};
