import { assertEquals } from "@std/assert";
import { smallerLimit } from "./smaller_limit.ts";

const ASKED = 8_000;

Deno.test("smallerLimit() reads how long an answer of a model may be", () => {
  for (
    const [message, tokens] of [
      [
        "max_tokens is too large: 8000. This model supports at most 4096 completion tokens, whereas you provided 8000.",
        4_096,
      ],
      [
        "max_tokens: 8000 > 4096, which is the maximum allowed number of output tokens for claude-3-haiku",
        4_096,
      ],
    ] as const
  ) assertEquals(smallerLimit(message, ASKED), { tokens, isModels: true });
});

Deno.test("smallerLimit() reads what a question leaves of the context", () => {
  for (
    const message of [
      "This model's maximum context length is 8192 tokens. However, you requested 11000 tokens (3000 in the messages, 8000 in the completion). Please reduce the length of the messages or completion.",
      "'max_tokens' or 'max_completion_tokens' is too large: 8000. This model's maximum context length is 8192 tokens and your request has 3000 input tokens (8000 > 8192 - 3000).",
      "This model's maximum context length is 8192 tokens. However, you requested 8000 output tokens and your prompt contains at least 3000 input tokens, for a total of at least 11000 tokens.",
    ]
  ) {
    assertEquals(smallerLimit(message, ASKED), {
      tokens: 5_176,
      isModels: false,
    });
  }
});

Deno.test("smallerLimit() finds none where nothing useful is left, or all is about something else", () => {
  for (
    const message of [
      "This model's maximum context length is 8192 tokens. However, you requested 16100 tokens (8100 in the messages, 8000 in the completion).",
      "This model's maximum context length is 8192 tokens. However, you requested 9000 tokens (1000 in the messages, 8000 in the completion).",
      "This model supports at most 8000 completion tokens",
      "This model's maximum context length is 8192 tokens",
      "temperature: 2 > 1",
    ]
  ) assertEquals(smallerLimit(message, 7_000), undefined, message);
});
