/**
 * Rewrites patterns so that texts made from them are long enough.
 *
 * @module
 */
import { type PatternNode, readPattern } from "../blueprint/pattern_syntax.ts";

/**
 * Rewrites a pattern so that it matches texts of at least `length` characters alone, or of as many as it can; what
 * looks around, and anchors, are left out.
 *
 * Not every text that the result matches keeps the pattern: try. Undefined when the pattern cannot be read.
 */
export function stretchPattern(
  pattern: string,
  length: number,
): string | undefined {
  const tree = readPattern(pattern);
  return typeof tree === "string" ? undefined : print(stretch(tree, length));
}

function stretch(node: PatternNode, length: number): PatternNode {
  switch (node.kind) {
    case "sequence": {
      const items = [...node.items];
      const lengths = items.map(shortest);
      let sum = total(lengths);
      for (const [index, item] of items.entries()) {
        const others = sum - (lengths[index] ?? 0);
        const longer = stretch(item, length - others);
        items[index] = longer;
        sum = others + shortest(longer);
        lengths[index] = sum - others;
      }
      return { kind: "sequence", items };
    }
    case "choice": {
      const items = node.items.map((item) => stretch(item, length));
      const longest = Math.min(length, Math.max(...items.map(shortest)));
      return {
        kind: "choice",
        items: items.filter((item) => shortest(item) >= longest),
      };
    }
    case "repeat":
      return stretchRepeat(node, length);
    default:
      return node;
  }
}

function stretchRepeat(
  node: Extract<PatternNode, { kind: "repeat" }>,
  length: number,
): PatternNode {
  const { min, max } = node;
  if (max === 0 || length <= shortest(node)) return node;
  const item = shortest(node.item) === 0 ? stretch(node.item, 1) : node.item;
  const each = shortest(item);
  if (each === 0) return node;
  const count = Math.min(max, Math.max(min, Math.ceil(length / each)));
  const isEnough = count * each >= length;
  return {
    kind: "repeat",
    item: isEnough ? item : stretch(item, Math.ceil(length / count)),
    min: count,
    max: Math.min(max, count + SPARE),
  };
}

/** How many characters the shortest text has. */
function shortest(node: PatternNode): number {
  switch (node.kind) {
    case "set":
      return 1;
    case "sequence":
      return total(node.items.map(shortest));
    case "choice":
      return Math.min(...node.items.map(shortest));
    case "repeat":
      return node.min * shortest(node.item);
    case "look":
      return 0;
  }
}

function total(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

function print(node: PatternNode): string {
  switch (node.kind) {
    case "set":
      return node.source;
    case "sequence":
      return node.items.map(print).join("");
    case "choice":
      return `(?:${node.items.map(print).join("|")})`;
    case "repeat": {
      const max = node.max === Infinity ? "" : node.max;
      return `(?:${print(node.item)}){${node.min},${max}}`;
    }
    case "look":
      return "";
  }
}

/** What a stretched repeat may have beyond what is needed, so that texts differ in length where they may. */
const SPARE = 2;
