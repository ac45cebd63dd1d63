/**
 * Refuses what a module may not hold by its form alone: imports from elsewhere, `any`, code that is declared for types only.
 *
 * @module
 */
import type { NodePath } from "@babel/traverse";
import type { Report, ScanRules } from "./scan_rules.ts";

/** Reports a node whose form is refused. */
export function checkSyntax(
  path: NodePath,
  rules: ScanRules,
  report: Report,
): void {
  const { node } = path;
  const why = REFUSED[node.type];
  if (why !== undefined) report(node, why);
  if ("declare" in node && node.declare === true) report(node, NO_DECLARE);
  if (path.isVariableDeclaration() && path.node.kind === "var") {
    report(node, "var is seen outside of its block: use const or let");
  }
  if (path.isThisExpression() && !isOfClass(path)) {
    report(node, "this is what the function was called on: use a parameter");
  }
  checkModules(path, rules, report);
}

function checkModules(path: NodePath, rules: ScanRules, report: Report) {
  const { node } = path;
  if (path.isTSImportType()) {
    checkSpecifier(path.node.source, rules, report);
  } else if (path.isImportDeclaration()) {
    checkSpecifier(path.node.source, rules, report);
    const { attributes = [], phase } = path.node;
    if ((attributes ?? []).length > 0) {
      report(node, "an import may have no attributes");
    }
    if (phase) report(node, `an import may not be "${phase}"`);
  } else if (path.isExportNamedDeclaration() && path.node.source) {
    report(node, "nothing is re-exported: import it and use it");
  }
}

function checkSpecifier(
  source: Parameters<Report>[0] & { readonly value?: unknown },
  { imports }: ScanRules,
  report: Report,
) {
  if (typeof source.value === "string" && imports.includes(source.value)) {
    return;
  }
  const known = imports.length === 0
    ? "nothing may be imported"
    : `only these may be imported: ${imports.join(", ")}`;
  report(source, known);
}

/** Whether `this` is an object of a class or literal in the module. */
function isOfClass(path: NodePath): boolean {
  const owner = path.findParent((parent) =>
    parent.isFunction() && !parent.isArrowFunctionExpression() ||
    parent.isClassProperty() || parent.isClassPrivateProperty() ||
    parent.isStaticBlock()
  );
  return owner !== null && !owner.isFunctionDeclaration() &&
    !owner.isFunctionExpression();
}

const NO_DECLARE = "what is only declared is not there when it runs";
const NO_DYNAMIC = "no module may be loaded while it runs";
const OWN_FORM = "TypeScript's own forms of modules are not used";

const REFUSED: Readonly<Record<string, string>> = {
  Import: NO_DYNAMIC,
  ImportExpression: NO_DYNAMIC,
  MetaProperty: "no function needs to know how it was loaded or called",
  ExportAllDeclaration: "nothing is re-exported: import it and use it",
  ExportDefaultDeclaration: "an export has a name",
  DebuggerStatement: "no code may stop the system",
  WithStatement: "with hides which names are used",
  Decorator: "decorators are not used",
  TSAnyKeyword: "any turns the checks of types off: use unknown, or the type",
  TSDeclareFunction: NO_DECLARE,
  TSEnumDeclaration: "use a union of texts instead of an enum",
  TSExportAssignment: OWN_FORM,
  TSImportEqualsDeclaration: OWN_FORM,
  TSModuleDeclaration: OWN_FORM,
  TSNamespaceExportDeclaration: OWN_FORM,
  TSParameterProperty: "declare a field and set it",
};
