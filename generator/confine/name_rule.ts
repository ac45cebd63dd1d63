/**
 * Refuses names that are neither declared in the module, nor imported, nor on the list of globals.
 *
 * @module
 */
import type { Binding, NodePath } from "@babel/traverse";
import { type AllowedGlobal, allowedGlobal } from "./allowed_globals.ts";
import type { Report, ScanRules } from "./scan_rules.ts";
import type { WriteRule } from "./write_rule.ts";

/** Reports an identifier that stands for a value and may not be used, or not so. */
export function checkName(
  path: NodePath,
  rules: ScanRules,
  report: Report,
  writes: WriteRule,
): void {
  if (!path.isIdentifier() || isOnlyAName(path)) return;
  const { node } = path;
  const { name } = node;
  const declared = valueBinding(path, name);
  const granted = declared ? [] : grantsOf(name, rules);
  if (granted.length > 0) {
    if (isGranted(path, granted)) return;
    report(node, `of "${name}" only this is given: ${granted.join(", ")}`);
    return;
  }
  if (HARMFUL.has(name)) {
    report(
      node,
      `${name} reaches out of the function: take what is given to it`,
    );
    return;
  }
  if (declared) {
    if (declared.kind === "module" && isHandedOn(path)) writes.handedOn(node);
    return;
  }
  const allowed = allowedGlobal(name);
  if (!allowed) {
    report(node, `"${name}" is not given: declare it, or take it from what is`);
  } else {
    const why = misuse(path, name, allowed);
    if (why !== undefined) report(node, why);
    else if (allowed.pass && isPassed(path)) writes.handedOn(node);
  }
}

/**
 * Finds what a name stands for when it runs, in the module; undefined when it is a global. A type is no value.
 */
export function valueBinding(
  path: NodePath,
  name: string,
): Binding | undefined {
  const binding = path.scope.getBinding(name);
  return binding?.kind === "unknown" ? undefined : binding; // a type that is imported
}

/** Tells whether a node is a part of a type, which is gone when the module runs. */
export function isInType(path: NodePath): boolean {
  return path.find(({ node: { type } }) =>
    type.startsWith("TS") && !EXECUTED.has(type)
  ) !== null;
}

/** Whether an identifier is the name of a member, a label or a part of an import, not of a value. */
function isOnlyAName({ key, parent, parentPath }: NodePath): boolean {
  switch (parent.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return key === "property" && !parent.computed;
    case "ObjectProperty":
    case "ObjectMethod":
    case "ClassMethod":
    case "ClassProperty":
    case "ClassAccessorProperty":
      return key === "key" && !parent.computed;
    case "ExportSpecifier":
      return key === "exported" || isTypeExport(parentPath);
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return true; // checked where it is used
    case "BreakStatement":
    case "ContinueStatement":
    case "LabeledStatement":
      return key === "label";
    case "ImportAttribute":
    case "MetaProperty":
    case "PrivateName":
      return true;
    default:
      return false;
  }
}

/** `export type { A }`, `export { type A }`. */
function isTypeExport(specifier: NodePath | null): boolean {
  return [specifier?.node, specifier?.parent].some((node) =>
    node && "exportKind" in node && node.exportKind === "type"
  );
}

function grantsOf(name: string, { globals = [] }: ScanRules): string[] {
  return globals.filter((global) => global.split(".")[0] === name);
}

/** Whether what was imported, or a member of it, is kept or handed over: not called, constructed or compared with. */
function isHandedOn(path: NodePath): boolean {
  const { key, parent, parentPath } = path;
  switch (parent.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return key === "object" && parentPath !== null && isHandedOn(parentPath);
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
      return key !== "callee";
    case "BinaryExpression":
    case "ExpressionStatement":
    case "TemplateLiteral":
      return false;
    default:
      return key !== "superClass" && key !== "tag";
  }
}

function isGranted(path: NodePath, granted: readonly string[]): boolean {
  const { parent, parentPath } = path;
  return granted.some((global) => {
    const [, member] = global.split(".");
    if (member === undefined) return true;
    return isMemberOf(path, [member]) && parentPath !== null &&
      parentPath.key === "callee" &&
      parentPath.parent.type === "CallExpression" &&
      parent.type === "MemberExpression";
  });
}

/** What is wrong with how a global is used; undefined when nothing is. */
function misuse(
  path: NodePath,
  name: string,
  allowed: AllowedGlobal,
): string | undefined {
  const { key, parent } = path;
  if (allowed.value) return undefined;
  if (key === "callee" && parent.type === "CallExpression") {
    return allowed.call ? undefined : `${name} may not be called`;
  }
  if (key === "callee" && parent.type === "NewExpression") {
    if (allowed.construct === true) return undefined;
    if (allowed.construct === undefined) {
      return `${name} may not be constructed`;
    }
    const [first] = parent.arguments;
    return first && first.type !== "SpreadElement"
      ? undefined
      : `${name} without an argument is the clock: take the time as a parameter`;
  }
  if (key === "superClass") {
    return allowed.extend ? undefined : `${name} may not be extended`;
  }
  if (
    parent.type === "BinaryExpression" && parent.operator === "instanceof" &&
    key === "right"
  ) return undefined;
  if (isPassed(path) && allowed.pass) return undefined;
  const { members = [] } = allowed;
  if (isMemberOf(path, members)) return undefined;
  return members.length === 0
    ? `${name} may not be used so`
    : `of ${name} only these members are given, by name: ${members.join(", ")}`;
}

function isPassed({ listKey, parent }: NodePath): boolean {
  return listKey === "arguments" &&
    (parent.type === "CallExpression" ||
      parent.type === "OptionalCallExpression" ||
      parent.type === "NewExpression");
}

function isMemberOf(
  { key, parent }: NodePath,
  members: readonly string[],
): boolean {
  return (parent.type === "MemberExpression" ||
    parent.type === "OptionalMemberExpression") &&
    key === "object" && !parent.computed &&
    parent.property.type === "Identifier" &&
    members.includes(parent.property.name);
}

/** Forms of TypeScript that hold an expression. */
const EXECUTED: ReadonlySet<string> = new Set([
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSTypeAssertion",
  "TSInstantiationExpression",
]);

/** Names that are refused even where the module declares them: nobody who reads it should have to find out what is meant. */
const HARMFUL: ReadonlySet<string> = new Set([
  "Deno",
  "Function",
  "Proxy",
  "Reflect",
  "SharedArrayBuffer",
  "WebAssembly",
  "WebSocket",
  "Worker",
  "XMLHttpRequest",
  "arguments",
  "eval",
  "globalThis",
  "importScripts",
  "setImmediate",
  "setInterval",
  "setTimeout",
  "this",
]);
