import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { nestsDeeper } from "./nests_deeper.ts";

Deno.test("nestsDeeper() agrees with the parsed value", () => {
  fc.assert(fc.property(fc.json({ maxDepth: 8 }), (text) => {
    const depth = depthOf(JSON.parse(text));
    const json = new TextEncoder().encode(text);
    assertEquals(
      [nestsDeeper(json, depth - 1), nestsDeeper(json, depth)],
      [depth > 0, false],
    );
  }));
});

Deno.test("nestsDeeper() sees no brackets in texts", () => {
  const json = new TextEncoder().encode(JSON.stringify(['[[{"\\', "\\[{["]));
  assertEquals(nestsDeeper(json, 1), false);
});

function depthOf(value: unknown): number {
  return typeof value === "object" && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
    : 0;
}
