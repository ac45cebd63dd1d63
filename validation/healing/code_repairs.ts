/**
 * Repairs of code for which the compiler or the linter itself says what was meant.
 *
 * @module
 */
import { parseModule, type SyntaxNode } from "../mutation/syntax_tree.ts";
import type { CodeRegion } from "./code_region.ts";

/** Some characters of a module that are replaced. */
export interface CodeEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A repair of one finding. */
export interface Repair {
  readonly edits: readonly CodeEdit[];
  /** What it does, such as `writes "title" for "titel"`. */
  readonly reason: string;
}

/** Where names that a module lacks are exported. */
export interface KnownExports {
  /** The specifiers, for an import, of the modules that export a name, and whether it is a type. */
  readonly of: (
    name: string,
  ) => readonly { readonly specifier: string; readonly isType: boolean }[];
}

/** Finds the repair that a finding asks for; undefined where it asks for none, or not for exactly one. */
export async function repairOf(
  cause: string,
  region: CodeRegion,
  known: KnownExports,
): Promise<Repair | undefined> {
  const near = nearName(cause, region);
  if (near) return near;
  const root = await parseModule(region.module).catch(() => undefined);
  if (!root) return undefined;
  return missingAwait(cause, region, root) ??
    missingImport(cause, region, root, known) ??
    unusedImport(cause, region, root);
}

/** `Did you mean 'title'?`: the name that stands at the place, or once in its line, becomes that. */
function nearName(
  cause: string,
  { module, offset }: CodeRegion,
): Repair | undefined {
  const meant = /Did you mean (?:to write )?'([^']+)'\?/.exec(cause)?.[1];
  if (meant === undefined) return undefined;
  const before = cause.slice(0, cause.indexOf("Did you mean"));
  const names = [...before.matchAll(/'([^']+)'/g)].map(([, name = ""]) => name);
  for (const name of names) {
    const start = placeOfName(name, module, offset);
    if (start === undefined || name === meant) continue;
    return {
      edits: [{ start, end: start + name.length, text: meant }],
      reason: `writes ${quote(meant)} for ${
        quote(name)
      }, as the compiler suggests`,
    };
  }
}

function placeOfName(
  name: string,
  module: string,
  offset: number,
): number | undefined {
  const isWord = (at: number) =>
    !/[\w$]/.test(module[at - 1] ?? "") &&
    !/[\w$]/.test(module[at + name.length] ?? "");
  if (module.startsWith(name, offset) && isWord(offset)) return offset;
  const start = module.lastIndexOf("\n", offset - 1) + 1;
  const line = module.slice(start).split("\n", 1)[0] ?? "";
  const found = [...line.matchAll(new RegExp(escaped(name), "g"))]
    .map(({ index }) => start + index).filter(isWord);
  return found.length === 1 ? found[0] : undefined;
}

/** `Did you forget to use 'await'?`, or a promise where what it promises is wanted. */
function missingAwait(
  cause: string,
  { offset }: CodeRegion,
  root: SyntaxNode,
): Repair | undefined {
  const isPromise =
    /[Tt]ype 'Promise<(.+)>' is not assignable to (?:parameter of )?type '\1(?: \| \w+)*'/
      .test(cause);
  if (!isPromise && !cause.includes("Did you forget to use 'await'?")) {
    return undefined;
  }
  const promised = promiseAt(offset, root);
  if (promised === undefined) return undefined;
  const { node, wrap } = promised;
  return {
    edits: [
      insert(node.start, wrap ? "(await " : "await "),
      ...(wrap ? [insert(node.end, ")")] : []),
    ],
    reason: "awaits what is promised",
  };
}

/** The expression that gives the promise, seen from the place that the compiler names. */
function promiseAt(
  offset: number,
  root: SyntaxNode,
): { readonly node: SyntaxNode; readonly wrap: boolean } | undefined {
  for (const node of nodesOf(root)) {
    const child = (member: string) => asNode(node[member]);
    const property = child("property");
    const object = child("object");
    if (/MemberExpression$/.test(node.type) && property?.start === offset) {
      return object && { node: object, wrap: true };
    }
    const id = child("id");
    if (node.type === "VariableDeclarator" && id?.start === offset) {
      const init = child("init");
      return init && { node: init, wrap: false };
    }
    if (node.type === "ReturnStatement" && node.start === offset) {
      const argument = child("argument");
      return argument && { node: argument, wrap: false };
    }
    if (node.type === "BinaryExpression" && node.start === offset) {
      const calls = [child("left"), child("right")]
        .filter((one) => one?.type === "CallExpression");
      const [only] = calls;
      return calls.length === 1 && only
        ? { node: only, wrap: false }
        : undefined;
    }
    if (node.type === "CallExpression" && node.start === offset) {
      return { node, wrap: false };
    }
  }
}

/** `Cannot find name 'Article'`, which exactly one module exports that the code may import. */
function missingImport(
  cause: string,
  { isModule, module, offset }: CodeRegion,
  root: SyntaxNode,
  known: KnownExports,
): Repair | undefined {
  const name = /^TS(?:2304|2552|2503) Cannot find (?:name|namespace) '(\w+)'/
    .exec(cause)?.[1];
  if (name === undefined) return undefined;
  const found = known.of(name);
  const [only] = found;
  if (found.length !== 1 || !only) return undefined;
  if (!isModule) return inlineType(name, only, { module, offset });
  const imports = importsIn(root);
  const at = imports.at(-1)?.end ?? firstStatement(root, module);
  const word = only.isType ? "import type" : "import";
  const text = `${word} { ${name} } from "${only.specifier}";`;
  return {
    edits: [insert(at, imports.length > 0 ? `\n${text}` : `${text}\n`)],
    reason: `imports ${
      quote(name)
    } from "${only.specifier}", which alone has it`,
  };
}

/** Code of the blueprint is the inside of a function and cannot import; but it can name a type where it is. */
function inlineType(
  name: string,
  { specifier, isType }: ReturnType<KnownExports["of"]>[number],
  { module, offset }: Pick<CodeRegion, "module" | "offset">,
): Repair | undefined {
  if (!isType || placeOfName(name, module, offset) !== offset) return undefined;
  const text = `import("${specifier}").${name}`;
  return {
    edits: [{ start: offset, end: offset + name.length, text }],
    reason: `takes ${quote(name)} from "${specifier}", which alone has it`,
  };
}

/** An import that the linter finds unused. */
function unusedImport(
  cause: string,
  { offset, module }: CodeRegion,
  root: SyntaxNode,
): Repair | undefined {
  const name = /^`(\w+)` is never used \(no-unused-vars\)/.exec(cause)?.[1];
  if (name === undefined) return undefined;
  const declaration = importsIn(root).find(({ start, end }) =>
    start <= offset && offset < end
  );
  if (!declaration) return undefined;
  const specifiers = listOf(declaration.specifiers);
  const index = specifiers.findIndex((one) =>
    asNode(one.local)?.["name"] === name
  );
  const specifier = specifiers[index];
  if (!specifier) return undefined;
  const reason = `removes the import of ${quote(name)}, which nothing uses`;
  if (specifiers.length === 1) {
    const { start, end } = declaration;
    // With the line end before it: behind the last import another one may be added.
    const isFirst = module[start - 1] !== "\n";
    const line = isFirst
      ? { start, end: module[end] === "\n" ? end + 1 : end }
      : { start: start - 1, end };
    return { edits: [{ ...line, text: "" }], reason };
  }
  const after = specifiers[index + 1];
  const before = specifiers[index - 1];
  return {
    edits: [
      after ? { start: specifier.start, end: after.start, text: "" } : {
        start: before?.end ?? specifier.start,
        end: specifier.end,
        text: "",
      },
    ],
    reason,
  };
}

/** Every node, the outermost first; types too, as an import may be only one. */
function* nodesOf(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      const found = asNode(child);
      if (found) yield* nodesOf(found);
    }
  }
}

function importsIn(root: SyntaxNode): SyntaxNode[] {
  return listOf(root.body).filter(({ type }) => type === "ImportDeclaration");
}

/** Below the comment that describes the module. */
function firstStatement(root: SyntaxNode, module: string): number {
  const doc = /^\/\*\*[^]*?\*\/\n/.exec(module)?.[0] ?? "";
  return doc.includes("@module") ? doc.length : root.start;
}

function listOf(value: unknown): SyntaxNode[] {
  return Array.isArray(value) ? value.flatMap((one) => asNode(one) ?? []) : [];
}

function asNode(value: unknown): SyntaxNode | undefined {
  return typeof value === "object" && value !== null && "type" in value &&
      "start" in value
    ? value as SyntaxNode // both members are those of a node
    : undefined;
}

function insert(at: number, text: string): CodeEdit {
  return { start: at, end: at, text };
}

function quote(text: string): string {
  return text.startsWith('"') ? text : `"${text}"`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
