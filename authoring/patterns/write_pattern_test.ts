import { assertEquals } from "@std/assert";
import { SAMPLE_PATTERN } from "./testdata/sample_pattern.ts";
import { patternText } from "./write_pattern.ts";

Deno.test("patternText() writes code as it is, in blocks", () => {
  const body = `${SAMPLE_PATTERN.body}${"const long = 1; ".repeat(20)}\n`;
  assertEquals(
    patternText({ ...SAMPLE_PATTERN, body }),
    `unit: entities.box.actions.close.guard
behavior: A box is closed only when something is in it.
blueprint:
  entities:
    box:
      fields:
        pieces:
          type: integer
          required: true
      actions:
        close:
          set:
            pieces: 0
signature: "export function guardClose(box: Box, context: LogicContext): GuardAnswer"
body: |
  if (box.pieces === 0) return "The box is empty.";
  ${"const long = 1; ".repeat(20)}
test: |
  import assert from "node:assert/strict";

  assert.ok(true);
`,
  );
});

Deno.test("patternText() writes what stands twice twice", () => {
  const same = { type: "integer" };
  const text = patternText({
    ...SAMPLE_PATTERN,
    blueprint: { entities: { a: same, b: same } },
  });
  assertEquals(text.includes("&"), false);
});
