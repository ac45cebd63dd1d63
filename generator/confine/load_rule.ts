/**
 * Refuses what would do something when the module is loaded.
 *
 * @module
 */
import type { NodePath } from "@babel/traverse";
import { allowedGlobal } from "./allowed_globals.ts";
import { valueBinding } from "./name_rule.ts";
import type { Report } from "./scan_rules.ts";

/** Reports what runs on load and is no plain value. */
export function checkOnLoad(path: NodePath, report: Report): void {
  const { node } = path;
  if (path.parentPath?.isProgram()) {
    const declared = path.isExportNamedDeclaration() && path.node.declaration
      ? path.node.declaration
      : node;
    if (
      !DECLARATIONS.has(declared.type) && !declared.type.startsWith("TS")
    ) report(node, ON_LOAD);
    if (declared.type === "VariableDeclaration" && declared.kind !== "const") {
      report(node, "what a module keeps must not change: use const");
    }
    return;
  }
  if (DOES.has(node.type) && isOnLoad(path) && !makesValue(path)) {
    report(node, ON_LOAD);
  }
}

/** Whether a node runs when the module is loaded, as it is in no function. */
function isOnLoad(path: NodePath): boolean {
  return path.getFunctionParent() === null;
}

/** `new Map([…])`, `Object.freeze(…)`, `Math.round(…)`: what the language has for making values. */
function makesValue(path: NodePath): boolean {
  if (!path.isNewExpression() && !path.isCallExpression()) return false;
  const callee: NodePath = path.get("callee");
  const root = callee.isMemberExpression() ? callee.get("object") : callee;
  return root.isIdentifier() && !valueBinding(root, root.node.name) &&
    allowedGlobal(root.node.name) !== undefined;
}

const ON_LOAD =
  "nothing may happen when the module is loaded: do it in a function";

const DECLARATIONS: ReadonlySet<string> = new Set([
  "ClassDeclaration",
  "ExportNamedDeclaration",
  "FunctionDeclaration",
  "ImportDeclaration",
  "VariableDeclaration",
  "EmptyStatement",
]);

/** What does something, wherever it stands. */
const DOES: ReadonlySet<string> = new Set([
  "AssignmentExpression",
  "AwaitExpression",
  "CallExpression",
  "NewExpression",
  "OptionalCallExpression",
  "StaticBlock",
  "TaggedTemplateExpression",
  "UpdateExpression",
]);
