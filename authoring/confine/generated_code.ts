/**
 * Code that a model wrote, file by file.
 *
 * @module
 */
import type { FileType } from "../../generator/plan/file_plan.ts";

/** One file that a model wrote. */
export interface GeneratedFile {
  /** Where it belongs, relative to the output. */
  readonly path: string;
  /** Its text, which ends with a line feed. */
  readonly text: string;
  /** What it is. */
  readonly type: FileType;
}

/** The files of one answer, and their figures. */
export interface GeneratedCode {
  /** The files, by path. */
  readonly files: readonly GeneratedFile[];
  /** Their paths. */
  readonly fileStructure: readonly string[];
  /** Lines of all files. */
  readonly totalLines: number;
  /** Files of each type; types without one are absent. */
  readonly byType: Readonly<Partial<Record<FileType, number>>>;
}

/** Puts files in order and counts them. */
export function generatedCode(
  files: readonly GeneratedFile[],
): GeneratedCode {
  const sorted = files.toSorted((a, b) => a.path < b.path ? -1 : 1);
  const byType: Partial<Record<FileType, number>> = {};
  for (const { type } of sorted) byType[type] = (byType[type] ?? 0) + 1;
  return {
    files: sorted,
    fileStructure: sorted.map(({ path }) => path),
    totalLines: sorted.reduce((sum, { text }) => sum + linesOf(text), 0),
    byType,
  };
}

/** Tells what a file is by its place in an output. */
export function fileTypeAt(path: string): FileType {
  const folder = path.slice(0, path.indexOf("/") + 1);
  const type = TYPES[folder];
  if (type !== undefined) return type;
  if (path === "main.ts") return "main";
  if (path.endsWith("_test.ts")) return "test";
  if (path.endsWith(".sql")) return "migration";
  if (path.endsWith(".md")) return "doc";
  return path.endsWith(".ts") ? "logic" : "project";
}

function linesOf(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

const TYPES: Readonly<Record<string, FileType>> = {
  "access/": "access",
  "client/": "client",
  "components/": "component",
  "config/": "config",
  "deploy/": "deploy",
  "docs/": "doc",
  "harness/": "verbatim",
  "kit/": "verbatim",
  "logic/": "logic",
  "migrations/": "migration",
  "models/": "model",
  "resources/": "resource",
  "schemas/": "schema",
  "tests/": "test",
  "validations/": "validation",
};
