/**
 * Takes the body out of a module that is to hold one function.
 *
 * @module
 */
import {
  childOf,
  childrenOf,
  executedNodes,
  parseModule,
  type SyntaxNode,
} from "../../validation/mutation/syntax_tree.ts";
import { syntaxFault } from "../../generator/confine/syntax_fault.ts";

/** The function that a module is to hold. */
export interface WantedFunction {
  /** Its name. */
  readonly name: string;
  /** How it is declared, without its body: `export function guardShip(order: Order, context: LogicContext): GuardAnswer`. */
  readonly signature: string;
}

/** A body taken out, or what is wrong. */
export type BodyResult =
  | {
    /** The statements, without the indentation that all lines share. */
    readonly body: string;
    /** Whether the function is `async`. */
    readonly isAsync: boolean;
    /** The imports beside it, each as it is written. */
    readonly imports: readonly string[];
    /** Where the body stands in the module, within its braces, in UTF-16 code units. */
    readonly range: { readonly start: number; readonly end: number };
  }
  | {
    /** What was found and what was wanted. */
    readonly fault: string;
    /** The line that it is in, from 1. */
    readonly line: number;
  };

/**
 * Gives the statements of the one exported function. Imports may stand beside it; any other statement, another name or
 * another signature is a fault. Signatures are compared without white space; a function may be `async` where the wanted one is
 * not, and then promises what the wanted one gives.
 *
 * @throws {SyntaxError} when the wanted signature is none, which is an error of the caller's.
 */
export async function bodyOf(
  text: string,
  wanted: WantedFunction,
): Promise<BodyResult> {
  const signature = await wantedParts(wanted);
  try {
    return bodyIn(text, await parseModule(text), wanted, signature);
  } catch (error) {
    const { reason, line } = syntaxFault(error);
    return { fault: `Cannot read the module: ${reason}`, line };
  }
}

function bodyIn(
  text: string,
  program: SyntaxNode,
  wanted: WantedFunction,
  signature: FunctionParts,
): BodyResult {
  const { name } = wanted;
  const fault = (found: string, wanted: string, at: SyntaxNode) => ({
    fault: `Cannot use "${name}": found ${found}, wanted ${wanted}`,
    line: lineAt(text, at.start),
  });
  const imports: string[] = [];
  let taken: FunctionParts | undefined;
  for (const statement of childrenOf(program, "body")) {
    if (statement.type === "ImportDeclaration") {
      imports.push(text.slice(statement.start, statement.end));
      continue;
    }
    const parts = exportedFunction(statement, text);
    if (!parts) {
      const found = `${statementWords(statement)} beside it`;
      return fault(found, "one exported function alone", statement);
    }
    if (taken) return fault("a second function", "one alone", statement);
    taken = parts;
  }
  if (!taken) return fault("no function", "one that is exported", program);
  const { node, body, isAsync } = taken;
  if (taken.name !== name) {
    return fault(`a function "${taken.name}"`, "one with this name", node);
  }
  if (!isSignature(taken, signature)) {
    const shown = text.slice(node.start, body.start).trim();
    return fault(`the signature "${shown}"`, `"${wanted.signature}"`, node);
  }
  const range = { start: body.start + 1, end: body.end - 1 };
  return { body: dedented(text, body), isAsync, imports, range };
}

interface FunctionParts {
  readonly node: SyntaxNode;
  readonly body: SyntaxNode;
  readonly name: string;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** Between its name and the type of what it gives, without white space. */
  readonly parameters: string;
  /** The type of what it gives, without white space; empty where it says none. */
  readonly gives: string;
}

function exportedFunction(
  statement: SyntaxNode,
  text: string,
): FunctionParts | undefined {
  if (statement.type !== "ExportNamedDeclaration") return undefined;
  const node = childOf(statement, "declaration");
  const [id, body] = [
    node && childOf(node, "id"),
    node && childOf(node, "body"),
  ];
  if (node?.type !== "FunctionDeclaration" || !id || !body) return undefined;
  const gives = childOf(node, "returnType");
  return {
    node,
    body,
    name: String(id.name),
    isAsync: node.async === true,
    isGenerator: node.generator === true,
    parameters: compact(text.slice(id.end, gives?.start ?? body.start)),
    gives: gives ? compact(text.slice(gives.start + 1, gives.end)) : "",
  };
}

async function wantedParts(wanted: WantedFunction): Promise<FunctionParts> {
  const text = `${wanted.signature} {}`;
  const [statement] = childrenOf(await parseModule(text), "body");
  const parts = statement && exportedFunction(statement, text);
  if (parts) return parts;
  throw new SyntaxError(
    `Cannot compare with "${wanted.signature}": wanted the declaration of an exported function`,
  );
}

function isSignature(found: FunctionParts, wanted: FunctionParts): boolean {
  if (found.isGenerator !== wanted.isGenerator) return false;
  if (found.parameters !== wanted.parameters) return false;
  if (found.gives === wanted.gives) return true;
  const later = /^(?:Eventually|Promise)<(.*)>$/.exec(wanted.gives)?.[1];
  return found.isAsync && found.gives === `Promise<${later ?? wanted.gives}>`;
}

/** Without white space and the comma after the last of a list. */
function compact(text: string): string {
  return text.replace(/\s+/g, "").replace(/,(?=[)>\]}])/g, "");
}

/** The statements of a block; lines within a template, or a text that goes on in the next line, stay as they are. */
function dedented(text: string, block: SyntaxNode): string {
  const texts = executedNodes(block)
    .filter(({ node }) => LITERALS.has(node.type))
    .map(({ node }) => node);
  let at = block.start + 1;
  const lines = text.slice(at, block.end - 1).split("\n").map((line) => {
    const start = at;
    at += line.length + 1;
    const isText = texts.some((node) => node.start < start && start < node.end);
    return { line, isText };
  });
  const indents = lines.slice(1)
    .filter(({ line, isText }) => !isText && line.trim() !== "")
    .map(({ line }) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return lines
    .map(({ line, isText }, index) =>
      isText ? line : index === 0 ? line.trimStart() : line.slice(indent)
    )
    .join("\n")
    .trim();
}

function statementWords(statement: SyntaxNode): string {
  const { type } = childOf(statement, "declaration") ?? statement;
  return WORDS[type] ?? "another statement";
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** What holds the characters of its lines: a text goes on in the next line behind a backslash. */
const LITERALS: ReadonlySet<string> = new Set([
  "DirectiveLiteral",
  "StringLiteral",
  "TemplateLiteral",
]);

const WORDS: Readonly<Record<string, string>> = {
  ClassDeclaration: "a class",
  ExportAllDeclaration: "a re-export",
  ExportDefaultDeclaration: "a default export",
  ExportNamedDeclaration: "another export",
  ExpressionStatement: "a statement",
  FunctionDeclaration: "a function that is not exported",
  TSInterfaceDeclaration: "a type",
  TSTypeAliasDeclaration: "a type",
  VariableDeclaration: "a variable",
};
