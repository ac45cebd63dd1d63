/**
 * Follows a value that could be anything to all that is done with it.
 *
 * @module
 */
import type { Binding, NodePath } from "@babel/traverse";
import { allowedGlobal } from "./allowed_globals.ts";
import { valueBinding } from "./name_rule.ts";

/**
 * Tells whether a value is only used as data: in arithmetic, comparisons, texts, conditions and loops, by members and methods
 * that neither lead on nor change it, through variables, and through functions of the module that are only called. What the
 * module exports could be used as anything elsewhere.
 */
export function staysData(path: NodePath): boolean {
  return isData(path, new Set());
}

/** `seen` holds the variables and functions that are being followed, so that one that uses itself is followed once. */
function isData(path: NodePath, seen: Set<unknown>): boolean {
  const { key, listKey, parent, parentPath } = path;
  if (!parentPath) return false;
  switch (parent.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "ParenthesizedExpression":
    case "LogicalExpression":
      return isData(parentPath, seen);
    case "ConditionalExpression":
      return key === "test" || isData(parentPath, seen);
    case "BinaryExpression":
      return parent.operator !== "instanceof";
    case "TemplateLiteral":
      return parentPath.parent.type !== "TaggedTemplateExpression";
    case "IfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "ForStatement":
    case "SwitchStatement":
    case "SwitchCase":
    case "ExpressionStatement":
    case "SpreadElement":
    case "UnaryExpression":
    case "UpdateExpression":
      return true;
    case "ForOfStatement":
    case "ForInStatement":
      return key === "right";
    case "MemberExpression":
    case "OptionalMemberExpression":
      return key === "property" || isReadOnly(parentPath, seen);
    case "CallExpression":
      return listKey === "arguments" && isConversion(parentPath);
    case "AssignmentExpression":
      return isAssigned(path, parentPath, seen);
    case "VariableDeclarator":
      return key === "init" && isDeclared(parentPath, seen);
    case "ReturnStatement":
      return isGiven(parentPath.getFunctionParent(), seen);
    case "ArrowFunctionExpression":
      return key === "body" && isGiven(parentPath, seen);
    default:
      return false;
  }
}

/** A member of the value: read by a harmless name, or called where the method only reads; a member by any name is followed itself. */
function isReadOnly(member: NodePath, seen: Set<unknown>): boolean {
  if (!member.isMemberExpression() && !member.isOptionalMemberExpression()) {
    return false;
  }
  const { computed, property } = member.node;
  if (isTarget(member)) return false;
  if (computed) return isData(member, seen);
  const { key, parent } = member;
  const name = property.type === "Identifier" ? property.name : "";
  if (
    key === "callee" &&
    (parent.type === "CallExpression" ||
      parent.type === "OptionalCallExpression")
  ) return READING_METHODS.has(name);
  return key !== "callee" && key !== "tag" && !LEADING_MEMBERS.has(name);
}

/** Whether a chain of members ends in something that is written: `a.b.c = 1`, `delete a.b`. */
function isTarget(member: NodePath): boolean {
  const { key, parent, parentPath } = member;
  switch (parent.type) {
    case "AssignmentExpression":
      return key === "left";
    case "UpdateExpression":
    case "ArrayPattern":
    case "RestElement":
    case "AssignmentPattern":
      return true;
    case "ObjectProperty":
      return parentPath?.parent.type === "ObjectPattern";
    case "UnaryExpression":
      return parent.operator === "delete";
    case "ForOfStatement":
    case "ForInStatement":
      return key === "left";
    case "TSNonNullExpression":
    case "TSAsExpression":
      return parentPath !== null && isTarget(parentPath);
    case "MemberExpression":
      return key === "object" && parentPath !== null && isTarget(parentPath);
    default:
      return false;
  }
}

/** `counts[word] = 1` writes to an own object; `x = counts[word]` is followed to `x`. */
function isAssigned(
  path: NodePath,
  assignment: NodePath,
  seen: Set<unknown>,
): boolean {
  if (!assignment.isAssignmentExpression()) return false;
  const { left, operator } = assignment.node;
  if (path.key === "left") {
    // What it gives is what was assigned, which is followed by itself, or for ??= the member.
    return !LOGICAL.has(operator) || isData(assignment, seen);
  }
  if (!LOGICAL.has(operator) && operator !== "=") return true; // arithmetic
  if (left.type !== "Identifier" || !isData(assignment, seen)) return false;
  const binding = valueBinding(assignment, left.name);
  return binding !== undefined && isFollowed(binding, seen);
}

function isDeclared(declarator: NodePath, seen: Set<unknown>): boolean {
  if (!declarator.isVariableDeclarator()) return false;
  const { id } = declarator.node;
  if (id.type === "ArrayPattern") return true; // it is a list, or this throws
  if (id.type === "ObjectPattern") {
    return id.properties.every((part) =>
      part.type === "ObjectProperty" && !part.computed &&
      part.key.type === "Identifier" && !LEADING_MEMBERS.has(part.key.name)
    );
  }
  if (id.type !== "Identifier") return false;
  const binding = valueBinding(declarator, id.name);
  return binding !== undefined && isFollowed(binding, seen);
}

/** Whether a variable is only used as data, wherever it is used; to be exported is a use as well. */
function isFollowed(binding: Binding, seen: Set<unknown>): boolean {
  if (seen.has(binding)) return true;
  seen.add(binding);
  return binding.referencePaths.every((use) => isData(use, seen));
}

/** Whether what a function gives is only used as data: by each of its calls. One that is exported or handed on is called elsewhere. */
function isGiven(owner: NodePath | null, seen: Set<unknown>): boolean {
  if (!owner?.isFunction() || owner.node.async) {
    return false;
  }
  const binding = bindingOf(owner);
  if (!binding) return false;
  if (seen.has(binding)) return true;
  seen.add(binding);
  return binding.referencePaths.every((use) =>
    use.key === "callee" && use.parentPath?.isCallExpression() === true &&
    isData(use.parentPath, seen)
  );
}

/** The name of a function: its own, or of the constant that it is. */
function bindingOf(owner: NodePath): Binding | undefined {
  if (owner.isFunctionDeclaration() && owner.node.id) {
    return owner.parentPath &&
      valueBinding(owner.parentPath, owner.node.id.name);
  }
  const declarator = owner.parentPath;
  if (!declarator?.isVariableDeclarator() || owner.key !== "init") {
    return undefined;
  }
  const { id } = declarator.node;
  if (owner.isFunctionExpression() && owner.node.id) return undefined;
  return id.type === "Identifier"
    ? valueBinding(declarator, id.name)
    : undefined;
}

/** `Number(x)`, `String(x)`, `Boolean(x)`, `Math.max(x, y)`, `Number.isFinite(x)`. */
function isConversion(call: NodePath): boolean {
  if (!call.isCallExpression()) return false;
  const callee: NodePath = call.get("callee");
  const name = callee.isIdentifier()
    ? callee
    : callee.isMemberExpression() && !callee.node.computed
    ? callee.get("object")
    : undefined;
  if (!name?.isIdentifier() || valueBinding(name, name.node.name)) return false;
  const isFunction = name === callee;
  const known = isFunction ? CONVERSIONS : READING_NAMESPACES;
  return known.has(name.node.name) &&
    allowedGlobal(name.node.name) !== undefined;
}

const LOGICAL: ReadonlySet<string> = new Set(["??=", "||=", "&&="]);

const CONVERSIONS: ReadonlySet<string> = new Set([
  ..."BigInt Boolean Number String isFinite isNaN".split(" "),
  ..."parseFloat parseInt".split(" "),
]);

const READING_NAMESPACES: ReadonlySet<string> = new Set(["Math", "Number"]);

/** Methods that change nothing, whatever they belong to. */
const READING_METHODS: ReadonlySet<string> = new Set([
  ..."at charAt charCodeAt codePointAt concat endsWith entries every".split(
    " ",
  ),
  ..."filter find findIndex findLast flat flatMap has includes".split(" "),
  ..."indexOf join keys lastIndexOf localeCompare map match".split(" "),
  ..."normalize padEnd padStart reduce reduceRight repeat replace".split(" "),
  ..."replaceAll slice some split startsWith substring test toFixed".split(" "),
  ..."toLocaleString toLowerCase toPrecision toReversed toSorted".split(" "),
  ..."toString toUpperCase trim trimEnd trimStart values".split(" "),
]);

/** Members of built-in functions that do more than to be read. */
const LEADING_MEMBERS: ReadonlySet<string> = new Set([
  ..."apply assign bind call create freeze now preventExtensions".split(" "),
  ..."seal stackTraceLimit".split(" "),
]);
