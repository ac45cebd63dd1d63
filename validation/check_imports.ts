/**
 * Follows the imports of a system without loading it.
 *
 * @module
 */
import { posix } from "node:path";
import type { SystemFile } from "./check_files.ts";
import { counted } from "./counted.ts";
import type { CheckOutcome, FindingDraft } from "./tier.ts";

/** Finds imports that lead to no file of the system and to no entry of its import map. */
export function checkImports(files: readonly SystemFile[]): CheckOutcome {
  const paths = new Set(
    files.filter((file) => file.text !== undefined).map((file) => file.path),
  );
  const aliases = importMap(files);
  const sources = files.filter((file) => file.path.endsWith(".ts"));
  let count = 0;
  const findings: FindingDraft[] = [];
  for (const file of sources) {
    for (const { specifier, line } of importsOf(file.text ?? "")) {
      count++;
      const problem = problemOf(specifier, file.path, { paths, aliases });
      if (!problem) continue;
      findings.push({
        code: "V106",
        place: `${file.path}:${line}`,
        cause: `found an import of "${specifier}", ${problem}`,
        nextStep: "generate the system again; the tree is not complete",
      });
    }
  }
  return {
    findings,
    note: `${counted(count, "import")} in ${counted(sources.length, "file")}`,
  };
}

/** Lists what a module imports and re-exports, by the text alone; comments do not count. */
export function importsOf(
  source: string,
): { readonly specifier: string; readonly line: number }[] {
  const code = source.replace(
    /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm,
    (comment) => comment.replace(/[^\n]/g, " "),
  );
  return [...code.matchAll(IMPORT)].map((match) => ({
    specifier: match[1] ?? match[2] ?? "",
    line: code.slice(0, match.index).split("\n").length,
  }));
}

function problemOf(
  specifier: string,
  importer: string,
  known: {
    readonly paths: ReadonlySet<string>;
    readonly aliases: Readonly<Record<string, unknown>>;
  },
): string | undefined {
  if (/^(?:node|npm|jsr):/.test(specifier)) return undefined;
  const alias = known.aliases[specifier];
  const target = typeof alias === "string" ? alias : specifier;
  if (/^(?:npm|jsr):/.test(target)) return undefined;
  if (!target.startsWith("./") && !target.startsWith("../")) {
    return "wanted a relative path or a name from deno.json's imports";
  }
  const from = typeof alias === "string" ? "." : posix.dirname(importer);
  const path = posix.normalize(posix.join(from, target));
  return known.paths.has(path)
    ? undefined
    : `wanted a file: there is no "${path}"`;
}

function importMap(
  files: readonly SystemFile[],
): Readonly<Record<string, unknown>> {
  const config = files.find((file) => file.path === "deno.json")?.text ?? "{}";
  try {
    return (JSON.parse(config) as { imports?: Record<string, unknown> })
      .imports ?? {};
  } catch {
    return {};
  }
}

const IMPORT =
  /^[ \t]*(?:import|export)\b(?:[^"'`;]*?\bfrom)?\s*["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']/gm;
