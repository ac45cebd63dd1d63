/**
 * Anthropic's Messages protocol: https://docs.anthropic.com/en/api/messages and its streaming events.
 *
 * @module
 */
import {
  objectOf,
  textOf,
  type WireAnswer,
  type WireProtocol,
} from "./wire_protocol.ts";

/** Speaks Anthropic's protocol. */
export const ANTHROPIC_WIRE: WireProtocol = {
  name: "anthropic",
  path: "/messages",
  prompt: (body) => ({
    system: textOf(body.system),
    turns: turnsOf(body.messages),
    model: String(body.model),
    stream: body.stream === true,
    byTool: Array.isArray(body.tools) && body.tools.length > 0,
  }),
  key: (headers) => headers.get("x-api-key") ?? undefined,
  opening: (answer) =>
    event("message_start", {
      message: {
        ...messageOf(answer),
        content: [],
        stop_reason: null,
        usage: { ...inputUsage(answer), output_tokens: 1 },
      },
    }) +
    event("content_block_start", {
      index: 0,
      content_block: answer.byTool
        ? { type: "tool_use", id: "toolu_1", name: "json", input: {} }
        : { type: "text", text: "" },
    }) + event("ping", {}),
  piece: ({ byTool }, text) =>
    event("content_block_delta", {
      index: 0,
      delta: byTool
        ? { type: "input_json_delta", partial_json: text }
        : { type: "text_delta", text },
    }),
  closing: (answer) =>
    event("content_block_stop", { index: 0 }) +
    event("message_delta", {
      delta: { stop_reason: stopReason(answer), stop_sequence: null },
      usage: { output_tokens: answer.usage.output },
    }) +
    event("message_stop", {}),
  streamedError: (type, message) =>
    event("error", { error: { type, message } }),
  whole: (answer, text) => ({
    ...messageOf(answer),
    content: [
      answer.byTool
        ? { type: "tool_use", id: "toolu_1", name: "json", input: jsonOf(text) }
        : { type: "text", text },
    ],
    stop_reason: stopReason(answer),
    usage: { ...inputUsage(answer), output_tokens: answer.usage.output },
  }),
  error: (status, message) => ({
    type: "error",
    error: { type: ERROR_TYPES[status] ?? "api_error", message },
  }),
};

function turnsOf(messages: unknown): { role: string; text: string }[] {
  if (!Array.isArray(messages)) return [];
  return messages.map(objectOf).map(({ role, content }) => ({
    role: String(role),
    text: textOf(content),
  }));
}

function messageOf({ id, model }: WireAnswer) {
  return {
    id: `msg_${id}`,
    type: "message",
    role: "assistant",
    model,
    stop_sequence: null,
  };
}

/** Anthropic counts what was kept beside what was not. */
function inputUsage({ usage: { input, cached, stored = 0 } }: WireAnswer) {
  return {
    input_tokens: input - cached - stored,
    cache_read_input_tokens: cached,
    cache_creation_input_tokens: stored,
  };
}

function stopReason({ end, byTool }: WireAnswer): string {
  if (end === "truncated") return "max_tokens";
  if (end === "refused") return "refusal";
  return byTool ? "tool_use" : "end_turn";
}

function event(type: string, data: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

const ERROR_TYPES: Readonly<Record<number, string>> = {
  400: "invalid_request_error",
  401: "authentication_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  529: "overloaded_error",
};
