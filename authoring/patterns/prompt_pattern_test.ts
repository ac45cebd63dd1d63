import { assertEquals } from "@std/assert";
import { promptPattern } from "./prompt_pattern.ts";
import { SAMPLE_PATTERN } from "./testdata/sample_pattern.ts";

Deno.test("promptPattern() shows the behaviour in its blueprint, and the whole function", () => {
  assertEquals(promptPattern(SAMPLE_PATTERN), {
    behavior: `entities:
  box:
    fields:
      pieces:
        type: integer
        required: true
    actions:
      close:
        set:
          pieces: 0
        guard:
          behavior: A box is closed only when something is in it.
`,
    code:
      `export function guardClose(box: Box, context: LogicContext): GuardAnswer {
  if (box.pieces === 0) return "The box is empty.";
}
`,
    test: SAMPLE_PATTERN.test,
  });
});
