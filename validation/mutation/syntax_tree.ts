/**
 * Reads TypeScript into a syntax tree and walks over what is executed.
 *
 * @module
 */

/** A node of the tree, as Babel gives it: its members depend on its type. */
export interface SyntaxNode {
  /** Such as `IfStatement`. */
  readonly type: string;
  /** Where it begins in the source. */
  readonly start: number;
  /** Where it has ended. */
  readonly end: number;
  readonly [member: string]: unknown;
}

/** A node and the nodes that it is in, the nearest first. */
export interface PlacedNode {
  readonly node: SyntaxNode;
  readonly parents: readonly SyntaxNode[];
}

/**
 * Reads a module.
 *
 * @throws {SyntaxError} when it is not TypeScript.
 */
export async function parseModule(source: string): Promise<SyntaxNode> {
  // Loaded when it is needed: every other command starts without it.
  const { parse } = await import("@babel/parser");
  const file = parse(source, { sourceType: "module", plugins: ["typescript"] });
  return file.program as unknown as SyntaxNode; // its members are read by name, with a check each
}

/** Lists the nodes that are executed, from the outside in: no types, no imports. `enter` may leave a part out. */
export function executedNodes(
  root: SyntaxNode,
  enter: (placed: PlacedNode) => boolean = () => true,
): PlacedNode[] {
  const found: PlacedNode[] = [];
  const visit = (node: SyntaxNode, parents: readonly SyntaxNode[]) => {
    const placed = { node, parents };
    if (NOT_EXECUTED.test(node.type) || !enter(placed)) return;
    found.push(placed);
    for (const [member, value] of Object.entries(node)) {
      if (TYPE_MEMBERS.has(member)) continue;
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) visit(child, [node, ...parents]);
      }
    }
  };
  visit(root, []);
  return found;
}

/** Finds the node in a member; undefined when there is none. */
export function childOf(
  node: SyntaxNode,
  member: string,
): SyntaxNode | undefined {
  const value = node[member];
  return isNode(value) ? value : undefined;
}

/** Lists the nodes in a member that is a list. */
export function childrenOf(node: SyntaxNode, member: string): SyntaxNode[] {
  const value = node[member];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The name that a call is made by: `b` in `a.b()` and in `b()`; undefined where there is none. */
export function calledName(node: SyntaxNode): string | undefined {
  const callee = childOf(node, "callee");
  const named = callee?.type === "MemberExpression" ||
      callee?.type === "OptionalMemberExpression"
    ? childOf(callee, "property")
    : callee;
  return named?.type === "Identifier" ? String(named.name) : undefined;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value &&
    typeof value.type === "string" && "start" in value && "end" in value;
}

/** Types are erased, imports are wiring that the compiler checks; `as`, `satisfies` and `!` hold an expression. */
const NOT_EXECUTED =
  /^(?:TS(?!AsExpression|SatisfiesExpression|NonNullExpression)|Import|ExportAll|Comment)/;

const TYPE_MEMBERS: ReadonlySet<string> = new Set([
  "typeAnnotation",
  "typeParameters",
  "typeArguments",
  "returnType",
  "superTypeArguments",
  "implements",
  "leadingComments",
  "trailingComments",
  "innerComments",
  "loc",
  "extra",
]);
