/**
 * Finds out what the key of a computed member can be, without running anything.
 *
 * @module
 */
import type { NodePath } from "@babel/traverse";
import { allowedGlobal } from "./allowed_globals.ts";
import { valueBinding } from "./name_rule.ts";

/** Lists the texts that an expression can be; undefined when that is not known. */
export function constantTexts(typed: NodePath): string[] | undefined {
  const path = bare(typed);
  if (!KNOWN.has(path.node)) {
    KNOWN.set(path.node, undefined); // while it is looked at: it may be made of itself
    KNOWN.set(path.node, textsOf(path));
  }
  return KNOWN.get(path.node);
}

/** Tells whether an expression is a number whatever happens; what types say does not count. */
export function isNumeric(path: NodePath): boolean {
  return numeric(path, new Set());
}

/** An expression without the types around it. */
export function bare(path: NodePath): NodePath {
  const inner = path.isTSAsExpression() || path.isTSSatisfiesExpression() ||
      path.isTSNonNullExpression() || path.isTSTypeAssertion()
    ? path.get("expression")
    : path.isParenthesizedExpression()
    ? path.get("expression")
    : undefined;
  return inner ? bare(inner) : path;
}

function textsOf(path: NodePath): string[] | undefined {
  if (path.isStringLiteral()) return [path.node.value];
  if (path.isNumericLiteral() || path.isBooleanLiteral()) {
    return [String(path.node.value)];
  }
  if (path.isConditionalExpression()) {
    const either = [path.get("consequent"), path.get("alternate")]
      .map(constantTexts);
    return either.every((texts) => texts !== undefined)
      ? either.flat()
      : undefined;
  }
  if (path.isBinaryExpression() && path.node.operator === "+") {
    return joined([path.get("left"), path.get("right")].map(constantTexts));
  }
  if (path.isTemplateLiteral()) return templateTexts(path);
  if (!path.isIdentifier()) return undefined;
  const binding = valueBinding(path, path.node.name);
  const init = binding?.kind === "const" && definitionOf(binding.path);
  return init ? constantTexts(init) : undefined;
}

function templateTexts(path: NodePath): string[] | undefined {
  if (!path.isTemplateLiteral()) return undefined;
  const { quasis } = path.node;
  const parts = path.get("expressions").map(constantTexts);
  return joined(quasis.flatMap(({ value }, index) => {
    const text = typeof value.cooked === "string" ? [value.cooked] : undefined;
    return index < parts.length ? [text, parts[index]] : [text];
  }));
}

/** What a constant is set to: `a` in `const x = a`; undefined for a part of a pattern, and for a variable of a loop. */
export function definitionOf(declared: NodePath): NodePath | undefined {
  if (!declared.isVariableDeclarator()) return undefined;
  if (declared.node.id.type !== "Identifier") return undefined;
  const init = declared.get("init");
  return init.node ? init as NodePath : undefined; // an empty path is of type null
}

function numeric(typed: NodePath, seen: Set<unknown>): boolean {
  const path = bare(typed);
  if (path.isNumericLiteral() || path.isBigIntLiteral()) return true;
  if (path.isUpdateExpression()) return true;
  if (path.isUnaryExpression()) {
    return ["-", "+", "~"].includes(path.node.operator);
  }
  if (path.isBinaryExpression()) {
    const { operator } = path.node;
    if (ARITHMETIC.has(operator)) return true;
    return operator === "+" && numeric(path.get("left"), seen) &&
      numeric(path.get("right"), seen);
  }
  if (path.isConditionalExpression()) {
    return numeric(path.get("consequent"), seen) &&
      numeric(path.get("alternate"), seen);
  }
  if (path.isCallExpression()) return isNumberCall(path.get("callee"));
  return path.isIdentifier() && isNumericName(path, path.node.name, seen);
}

/** `Number(x)`, `parseInt(x)`, `Math.floor(x)`. */
function isNumberCall(callee: NodePath): boolean {
  const isGlobal = (path: NodePath, names: readonly string[]) =>
    path.isIdentifier() && names.includes(path.node.name) &&
    !valueBinding(path, path.node.name) &&
    allowedGlobal(path.node.name) !== undefined;
  if (isGlobal(callee, ["Number", "parseInt", "parseFloat"])) return true;
  return callee.isMemberExpression() && !callee.node.computed &&
    isGlobal(callee.get("object"), ["Math"]);
}

/** Whether every value that a name is ever given is a number. */
function isNumericName(
  path: NodePath,
  name: string,
  seen: Set<unknown>,
): boolean {
  const binding = valueBinding(path, name);
  if (!binding || (binding.kind !== "const" && binding.kind !== "let")) {
    return false;
  }
  if (seen.has(binding)) return true; // it is a number if all else that it is given is
  seen.add(binding);
  const init = definitionOf(binding.path);
  if (!init || !numeric(init, seen)) return false;
  return binding.constantViolations.every((change) => {
    if (change.isUpdateExpression()) return true;
    if (!change.isAssignmentExpression()) return false;
    if (change.node.left.type !== "Identifier") return false;
    const { operator } = change.node;
    return ARITHMETIC.has(operator.slice(0, -1)) ||
      (operator === "=" || operator === "+=") &&
        numeric(change.get("right"), seen);
  });
}

/** Every text that the parts make together, as long as there are few and short ones. */
function joined(
  parts: readonly (string[] | undefined)[],
): string[] | undefined {
  let texts = [""];
  for (const part of parts) {
    if (!part || texts.length * part.length > MOST_TEXTS) return undefined;
    texts = texts.flatMap((text) => part.map((more) => text + more));
    if (texts.some((text) => text.length > LONGEST_TEXT)) return undefined;
  }
  return texts;
}

/** What was found out before, as one constant may be made of another again and again. */
const KNOWN = new WeakMap<NodePath["node"], string[] | undefined>();

const ARITHMETIC: ReadonlySet<string> = new Set([
  ..."- * / % ** | & ^ << >> >>>".split(" "),
]);

const MOST_TEXTS = 64;
const LONGEST_TEXT = 1_000;
