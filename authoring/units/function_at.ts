/**
 * Which exported function of a module a line belongs to.
 *
 * @module
 */
import {
  childOf,
  childrenOf,
  parseModule,
} from "../../validation/mutation/syntax_tree.ts";

/** Gives where the exported function of a name stands in a module, in UTF-16 code units. */
export async function functionRange(
  text: string,
  name: string,
): Promise<{ readonly start: number; readonly end: number } | undefined> {
  for (const statement of childrenOf(await parseModule(text), "body")) {
    const declared = childOf(statement, "declaration");
    const id = declared && childOf(declared, "id");
    const body = declared && childOf(declared, "body");
    if (declared?.type === "FunctionDeclaration" && id?.name === name && body) {
      return { start: body.start, end: body.end };
    }
  }
}

/** Gives the name of the exported function that a line, from 1, is in; undefined where it is in none. */
export async function functionAt(
  text: string,
  line: number,
): Promise<string | undefined> {
  const lines = text.split("\n");
  const offset = lines.slice(0, line - 1).join("\n").length +
    (line > 1 ? 1 : 0);
  const end = offset + (lines[line - 1]?.length ?? 0);
  for (const statement of childrenOf(await parseModule(text), "body")) {
    if (statement.start > end || statement.end <= offset) continue;
    const declared = childOf(statement, "declaration");
    const id = declared?.type === "FunctionDeclaration"
      ? childOf(declared, "id")
      : undefined;
    if (id) return String(id.name);
  }
}
