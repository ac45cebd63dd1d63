/**
 * What a language model has to see of the files that a function builds on.
 *
 * @module
 */
import {
  childOf,
  childrenOf,
  parseModule,
  type SyntaxNode,
} from "../../validation/mutation/syntax_tree.ts";

/** A file with its text. */
export interface SourceText {
  /** Its path. */
  readonly path: string;
  /** Its text. */
  readonly text: string;
}

/**
 * Leaves of TypeScript files the declarations that some names lead to, with their comments and without what they do inside:
 * types whole, functions and methods as their heads, constants as their types. Files of which nothing is left are left out.
 *
 * @param roots Names, or a text that they stand in.
 */
export async function neededDeclarations(
  files: readonly SourceText[],
  roots: string,
): Promise<readonly SourceText[]> {
  const declared = await Promise.all(files.map(async ({ path, text }) => ({
    path,
    declarations: await declarationsOf(text),
  })));
  const all = declared.flatMap(({ declarations }) => declarations);
  const needed = new Set<Declaration>();
  const visit = (text: string) => {
    const words = new Set(text.replace(COMMENT, "").match(/[\w$]+/g));
    for (const one of all) {
      if (needed.has(one) || !words.has(one.name)) continue;
      needed.add(one);
      visit(one.text);
    }
  };
  visit(roots);
  return declared.flatMap(({ path, declarations }) => {
    const shown = declarations.filter((one) => needed.has(one));
    return shown.length === 0
      ? []
      : [{ path, text: shown.map(({ text }) => text).join("\n\n") }];
  });
}

interface Declaration {
  readonly name: string;
  readonly text: string;
}

async function declarationsOf(text: string): Promise<readonly Declaration[]> {
  const statements = childrenOf(await parseModule(text), "body");
  return statements.flatMap((statement, index) => {
    const before = text.slice(statements[index - 1]?.end ?? 0, statement.start);
    const comment = before.slice(Math.max(0, before.lastIndexOf("/**"))).trim();
    const head = statement.type === "ExportNamedDeclaration" ? "export " : "";
    const node = childOf(statement, "declaration") ?? statement;
    return shownOf(node, text).map(({ name, text }) => ({
      name,
      text: `${comment}${comment === "" ? "" : "\n"}${head}${text}`,
    }));
  });
}

function shownOf(node: SyntaxNode, text: string): readonly Declaration[] {
  const name = String(childOf(node, "id")?.name ?? "");
  switch (node.type) {
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
      return [{ name, text: text.slice(node.start, node.end) }];
    case "FunctionDeclaration":
      return [{ name, text: headOf(node, text) }];
    case "ClassDeclaration":
      return [{ name, text: classHead(node, text) }];
    case "VariableDeclaration":
      return childrenOf(node, "declarations").flatMap((one) => {
        const id = childOf(one, "id");
        const type = id && childOf(id, "typeAnnotation");
        return id && type
          ? [{
            name: String(id.name),
            text: `const ${text.slice(id.start, type.end)};`,
          }]
          : [];
      });
    default:
      return [];
  }
}

/** A function or method up to its body. */
function headOf(node: SyntaxNode, text: string): string {
  const end = childOf(node, "body")?.start ?? node.end;
  return `${text.slice(node.start, end).trim()};`;
}

/** A class with what others can reach of it. */
function classHead(node: SyntaxNode, text: string): string {
  const body = childOf(node, "body");
  if (!body) return "";
  const members = childrenOf(body, "body");
  const shown = members.flatMap((member, index) => {
    if (HIDDEN.test(member.type) || member.accessibility === "private") {
      return [];
    }
    const before = text.slice(
      members[index - 1]?.end ?? body.start + 1,
      member.start,
    ).trim();
    const value = childOf(member, "value");
    const head = member.type === "ClassProperty" && value
      ? `${text.slice(member.start, value.start).replace(/\s*=\s*$/, "")};`
      : headOf(member, text).replace(/;;$/, ";");
    return [`  ${before}${before === "" ? "" : "\n  "}${head}`];
  });
  return `${text.slice(node.start, body.start)}{\n${shown.join("\n")}\n}`;
}

const COMMENT = /\/\*[^]*?\*\/|\/\/.*/g;
const HIDDEN = /^ClassPrivate|StaticBlock$/;
