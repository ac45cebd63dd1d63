/**
 * What a module imports and exports, as far as that can be seen without parsing it.
 *
 * @module
 */
import { type CodeWord, codeWords } from "../blueprint/code_words.ts";

/** Something that a module imports, and where. */
export interface ModuleImport {
  /** What it names; undefined when it is computed. */
  readonly specifier?: string;
  /** The line of the import, from 1. */
  readonly line: number;
  /** The column, from 1. */
  readonly column: number;
}

/** Lists what a module imports or exports anew from elsewhere, types included. */
export function importsOf(text: string): readonly ModuleImport[] {
  return codeWords(text).flatMap((word): readonly ModuleImport[] => {
    if (word.word !== "import" && word.word !== "export") return [];
    const rest = restFrom(text, word);
    const { line, column } = word;
    const named = FROM.exec(rest)?.[2];
    if (named !== undefined) return [{ specifier: named, line, column }];
    if (word.word === "export" || /^import\s*\.\s*meta\b/.test(rest)) return [];
    const plain = BARE.exec(rest)?.[2];
    return [{
      ...(plain === undefined ? {} : { specifier: plain }),
      line,
      column,
    }];
  });
}

/** Tells whether a module exports a function, or a constant, by this name where it declares it. */
export function exportsFunction(text: string, name: string): boolean {
  const words = codeWords(text).map(({ word }) => word);
  return words.some((word, index) => {
    if (word !== "export") return false;
    const [first, second, third] = words.slice(index + 1, index + 4);
    return first === "async"
      ? second === "function" && third === name
      : (first === "function" || first === "const") && second === name;
  });
}

function restFrom(text: string, { line, column }: CodeWord): string {
  const lines = text.split("\n");
  const first = (lines[line - 1] ?? "").slice(column - 1);
  return [first, ...lines.slice(line)].join("\n");
}

/** `import type { a } from "b"`, `export * from "b"`: nothing but names before `from`. */
const FROM =
  /^(?:import|export)\b(?:\s+type\b)?[\s\w$*{},]*?\bfrom\s*(["'])([^"'\n]*)\1/;
/** `import "a"`, `import("a")` */
const BARE = /^import\s*\(?\s*(["'])([^"'\n]*)\1/;
