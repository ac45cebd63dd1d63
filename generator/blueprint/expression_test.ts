import { assertEquals, assertExists } from "@std/assert";
import fc from "fast-check";
import { type Expression, fieldsIn, parseExpression } from "./expression.ts";

Deno.test("parseExpression() binds * and / before + and -, and from left to right", () => {
  for (
    const [text, tree] of [
      ["a - b - c", "((a - b) - c)"],
      ["a + b * c", "(a + (b * c))"],
      ["(a + b) * c", "((a + b) * c)"],
      ["a / b / c", "((a / b) / c)"],
      ["-a * -(b - 1.5)", "(-a * -(b - 1.5))"],
      ["a--b", "(a - -b)"],
    ] as const
  ) assertEquals(written(treeOf(text)), tree);
});

Deno.test("parseExpression() says where it cannot go on", () => {
  for (
    const [text, start, length] of [
      ["a +", 2, 1],
      ["a b", 2, 1],
      ["(a", 1, 1],
      ["a ** b", 3, 1],
      ["1.2.3", 0, 5],
      ["12x", 0, 3],
      ["", 0, 1],
      ["a.b", 1, 1],
      ["1234567890123456", 0, 16],
    ] as const
  ) {
    const read = parseExpression(text);
    if (!("fault" in read)) throw new Error(`read "${text}"`);
    assertEquals([read.fault.start, read.fault.length], [start, length], text);
  }
});

Deno.test("parseExpression() never throws, and every field stands where it says", () => {
  const parts = fc.constantFrom("a", "bb", "1", "2.5", "(", ")", ..."+-*/ ");
  const texts = fc.oneof(
    fc.array(parts, { maxLength: 12 }).map((some) => some.join("")),
    fc.string({ unit: "grapheme" }),
    fc.nat(200).map((deep) => "(".repeat(deep) + "a" + ")".repeat(deep)),
  );
  fc.assert(fc.property(texts, (text) => {
    const read = parseExpression(text);
    if ("fault" in read) return;
    for (const { name, start, length } of fieldsIn(read.expression)) {
      assertEquals(text.slice(start, start + length), name);
    }
  }));
});

function treeOf(text: string): Expression {
  const read = parseExpression(text);
  assertExists("expression" in read ? read.expression : undefined, text);
  return (read as { expression: Expression }).expression;
}

function written(tree: Expression): string {
  switch (tree.kind) {
    case "number":
      return String(tree.value);
    case "field":
      return tree.name;
    case "negative":
      return `-${written(tree.of)}`;
    default:
      return `(${written(tree.left)} ${tree.kind} ${written(tree.right)})`;
  }
}
