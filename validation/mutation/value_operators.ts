/**
 * Mutations of values: conditions, comparisons, arithmetic and literals.
 *
 * @module
 */
import type { Edit } from "./mutant.ts";
import { childOf, type PlacedNode, type SyntaxNode } from "./syntax_tree.ts";

/** Lists the edits that a node allows as a value. */
export function valueEdits(placed: PlacedNode, source: string): Edit[] {
  const { node, parents } = placed;
  switch (node.type) {
    case "IfStatement":
    case "ConditionalExpression":
      return conditionEdits(node, source);
    case "BinaryExpression":
    case "LogicalExpression":
      return operationEdits(node, source);
    case "UnaryExpression":
      return unaryEdits(node, source);
    case "BooleanLiteral":
      return [whole(node, "boolean flipped", String(node.value !== true))];
    case "NumericLiteral":
      return numberEdits(node);
    case "StringLiteral":
      return isKey(node, parents[0])
        ? []
        : [whole(node, "text emptied", node.value === "" ? '"other"' : '""')];
    case "TemplateLiteral":
      return [whole(node, "text emptied", '""')];
    case "RegExpLiteral":
      return [whole(node, "pattern emptied", "/(?:)/")];
    default:
      return [];
  }
}

function conditionEdits(node: SyntaxNode, source: string): Edit[] {
  const test = childOf(node, "test");
  if (!test) return [];
  const negated = whole(
    test,
    "condition negated",
    `!(${source.slice(test.start, test.end)})`,
  );
  // A condition that never holds: a guard that is not there.
  return node.type === "IfStatement"
    ? [negated, whole(test, "condition removed", "false")]
    : [negated];
}

function operationEdits(node: SyntaxNode, source: string): Edit[] {
  const [left, right] = [childOf(node, "left"), childOf(node, "right")];
  const operator = String(node.operator);
  if (!left || !right) return [];
  const start = source.indexOf(operator, left.end);
  if (start < 0 || start >= right.start) return [];
  const end = start + operator.length;
  for (const [name, table] of OPERATIONS) {
    const replacement = table[operator];
    // Joined texts are no arithmetic.
    if (replacement === undefined || isText(left) || isText(right)) continue;
    return [{ operator: name, start, end, replacement }];
  }
  return [];
}

function unaryEdits(node: SyntaxNode, source: string): Edit[] {
  const argument = childOf(node, "argument");
  if (!argument) return [];
  const inner = source.slice(argument.start, argument.end);
  if (node.operator === "!") return [whole(node, "condition negated", inner)];
  return node.operator === "-" ? [whole(node, "sign removed", inner)] : [];
}

function numberEdits(node: SyntaxNode): Edit[] {
  const value = Number(node.value);
  const up = whole(node, "number moved", String(value + 1));
  return value > 0
    ? [up, whole(node, "number moved", String(value - 1))]
    : [up];
}

function whole(
  { start, end }: SyntaxNode,
  operator: Edit["operator"],
  replacement: string,
): Edit {
  return { operator, start, end, replacement };
}

/** A key names a member and a directive is none: dropping members covers what they stand for. */
function isKey(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  return parent !== undefined &&
    (parent.key === node && parent.computed !== true ||
      parent.type === "Directive");
}

function isText({ type }: SyntaxNode): boolean {
  return type === "StringLiteral" || type === "TemplateLiteral";
}

const OPERATIONS: readonly (readonly [
  Edit["operator"],
  Readonly<Record<string, string>>,
])[] = [
  ["comparison changed", {
    "<": "<=",
    "<=": "<",
    ">": ">=",
    ">=": ">",
    "===": "!==",
    "!==": "===",
  }],
  ["logic changed", { "&&": "||", "||": "&&" }],
  ["arithmetic changed", { "+": "-", "-": "+", "*": "/", "/": "*", "%": "*" }],
];
