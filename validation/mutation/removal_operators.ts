/**
 * Mutations that take something away: a statement, a member, an element, an argument, a call.
 *
 * @module
 */
import type { Edit } from "./mutant.ts";
import {
  childOf,
  childrenOf,
  type PlacedNode,
  type SyntaxNode,
} from "./syntax_tree.ts";

function saysUnused(statement: SyntaxNode): boolean {
  const said = childOf(statement, "expression");
  return said?.type === "UnaryExpression" && said["operator"] === "void" &&
    childOf(said, "argument")?.type === "Identifier";
}

/** Lists the edits that take a part of a node away. The compiler says afterwards which of them cannot be. */
export function removalEdits({ node }: PlacedNode): Edit[] {
  switch (node.type) {
    case "ExpressionStatement":
      // "void user" says that a parameter is not used: without it nothing is other than it was.
      return saysUnused(node) ? [] : [{
        operator: "statement removed",
        start: node.start,
        end: node.end,
        replacement: ";",
      }];
    case "ObjectExpression":
      return dropEach(node, childrenOf(node, "properties"), "member dropped");
    case "ArrayExpression":
      return dropEach(node, childrenOf(node, "elements"), "element dropped");
    case "CallExpression":
      return callEdits(node);
    default:
      return [];
  }
}

function dropEach(
  list: SyntaxNode,
  items: readonly SyntaxNode[],
  operator: Edit["operator"],
): Edit[] {
  return items.map((item, index) => {
    const [before, after] = [items[index - 1], items[index + 1]];
    if (after) return drop(operator, item.start, after.start);
    if (before) return drop(operator, before.end, item.end);
    return drop(operator, list.start + 1, list.end - 1); // with its comma
  });
}

/** Drops the last argument, and a link of a chain: `a.b().c()` becomes `a.b()`. */
function callEdits(node: SyntaxNode): Edit[] {
  const edits: Edit[] = [];
  const given = childrenOf(node, "arguments");
  const [last, before] = [given.at(-1), given.at(-2)];
  if (last && before) {
    edits.push(drop("argument dropped", before.end, last.end));
  }
  const callee = childOf(node, "callee");
  const object = callee?.type === "MemberExpression"
    ? childOf(callee, "object")
    : undefined;
  if (object?.type === "CallExpression") {
    edits.push(drop("call dropped", object.end, node.end));
  }
  return edits;
}

function drop(
  operator: Edit["operator"],
  start: number,
  end: number,
): Edit {
  return { operator, start, end, replacement: "" };
}
