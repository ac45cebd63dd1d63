/**
 * What is never mutated, as no behaviour depends on it: the words of messages, logs and documents.
 *
 * @module
 */
import { calledName, childOf, type PlacedNode } from "./syntax_tree.ts";

/** Tells whether a node, with all that is in it, is words for a reader and no behaviour. */
export function isLeftAlone({ node, parents }: PlacedNode): boolean {
  const parent = parents[0];
  if (isLogging(node) || isStart(node)) return true;
  if (parent?.type === "ObjectProperty" && parent.value === node) {
    const key = childOf(parent, "key");
    const name = key?.type === "Identifier" ? key.name : key?.value;
    return WORDS.has(String(name)) && isText(node);
  }
  return isText(node) && parent?.type === "NewExpression" &&
    (calledName(parent) ?? "").endsWith("Error");
}

/** What is left alone, in words for the report. */
export const LEFT_ALONE =
  "comments and types, what is logged, the texts of errors, members named " +
  "message, description, summary, title and label, and what runs only when " +
  "main.ts is started (tests import it; tier 3 starts it)";

/** `if (import.meta.main)`: tests import a module, and may start no process that would run it. */
function isStart(node: PlacedNode["node"]): boolean {
  if (node.type !== "IfStatement") return false;
  const test = childOf(node, "test");
  const object = test && childOf(test, "object");
  const property = test && childOf(test, "property");
  return object?.type === "MetaProperty" && property?.name === "main";
}

function isLogging(node: PlacedNode["node"]): boolean {
  if (node.type === "ExpressionStatement") {
    const expression = childOf(node, "expression");
    return expression !== undefined && isLogging(expression);
  }
  return (node.type === "CallExpression" ||
    node.type === "OptionalCallExpression") && calledName(node) === "log";
}

function isText({ type }: PlacedNode["node"]): boolean {
  return type === "StringLiteral" || type === "TemplateLiteral";
}

const WORDS: ReadonlySet<string> = new Set([
  "message",
  "description",
  "summary",
  "title",
  "label",
]);
