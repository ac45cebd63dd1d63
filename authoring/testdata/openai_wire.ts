/**
 * The chat protocol of OpenAI, which local servers and gateways speak too:
 * https://platform.openai.com/docs/api-reference/chat/streaming.
 *
 * @module
 */
import {
  objectOf,
  textOf,
  type WireAnswer,
  type WireProtocol,
} from "./wire_protocol.ts";

/** Speaks OpenAI's protocol. */
export const OPENAI_WIRE: WireProtocol = {
  name: "openai-compatible",
  path: "/chat/completions",
  prompt: (body) => {
    const turns = turnsOf(body.messages);
    return {
      system: turns.filter(({ role }) => role === "system")
        .map(({ text }) => text).join("\n"),
      turns: turns.filter(({ role }) => role !== "system"),
      model: String(body.model),
      stream: body.stream === true,
      byTool: false,
    };
  },
  key: (headers) => headers.get("authorization")?.replace(/^Bearer /, ""),
  opening: (answer) => chunk(answer, choice({ role: "assistant" })),
  piece: (answer, text) =>
    chunk(
      answer,
      choice(answer.end === "refused" ? { refusal: text } : { content: text }),
    ),
  closing: (answer) =>
    chunk(answer, choice({}, finishReason(answer))) +
    (answer.tellsUsage
      ? chunk(answer, { choices: [], usage: usageOf(answer) })
      : "") +
    "data: [DONE]\n\n",
  streamedError: (type, message) =>
    data({ error: { message, type, param: null, code: null } }),
  whole: (answer, text) => ({
    ...headOf(answer),
    object: "chat.completion",
    choices: [{
      index: 0,
      message: {
        role: "assistant",
        ...(answer.end === "refused"
          ? { content: null, refusal: text }
          : { content: text }),
      },
      finish_reason: finishReason(answer),
    }],
    usage: usageOf(answer),
  }),
  error: (status, message) => ({
    error: {
      message,
      type: status === 429 ? "rate_limit_error" : "invalid_request_error",
      param: null,
      code: status === 404 ? "model_not_found" : null,
    },
  }),
};

function turnsOf(messages: unknown): { role: string; text: string }[] {
  if (!Array.isArray(messages)) return [];
  return messages.map(objectOf).map(({ role, content }) => ({
    role: String(role),
    text: textOf(content),
  }));
}

function choice(delta: object, finish: string | null = null): object {
  return { choices: [{ index: 0, delta, finish_reason: finish }] };
}

/** The protocol has a finish for filters; a model that refuses says so in its text and is done. */
function finishReason({ end }: WireAnswer): string {
  return end === "truncated" ? "length" : "stop";
}

/** OpenAI counts what was kept among what was sent. */
function usageOf({ usage: { input, output, cached } }: WireAnswer) {
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    prompt_tokens_details: { cached_tokens: cached },
  };
}

function headOf({ id, model }: WireAnswer) {
  return { id: `chatcmpl-${id}`, created: 0, model };
}

function chunk(answer: WireAnswer, rest: object): string {
  return data({ ...headOf(answer), object: "chat.completion.chunk", ...rest });
}

function data(value: object): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}
