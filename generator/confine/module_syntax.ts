/**
 * Reads a module into a tree with scopes.
 *
 * @module
 */
import type { File, ParseResult } from "@babel/parser";
import type { NodePath } from "@babel/traverse";

/** A comment: what stands between its marks, and where it begins. */
export interface ModuleComment {
  readonly value: string;
  readonly start: number;
}

/** A module that was read. */
export interface ModuleSyntax {
  /** Its text. */
  readonly text: string;
  /** Its comments. */
  readonly comments: readonly ModuleComment[];
  /** Visits every node, types too, from the outside in. */
  readonly visit: (enter: (path: NodePath) => void) => void;
}

/**
 * Reads a module; the reader is loaded when it is first used.
 *
 * @throws {SyntaxError} when it is not TypeScript.
 */
export async function readModule(text: string): Promise<ModuleSyntax> {
  const [{ parse }, { default: traverse }] = await Promise.all([
    import("@babel/parser"),
    import("@babel/traverse"),
  ]);
  const file: ParseResult<File> = parse(text, {
    sourceType: "module",
    plugins: ["typescript"],
  });
  return {
    text,
    comments: (file.comments ?? []).map(({ value, start }) => ({
      value,
      start: start ?? 0,
    })),
    visit: (enter) => traverse(file, { enter }),
  };
}
