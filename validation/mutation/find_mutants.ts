/**
 * Finds every mutant of a system.
 *
 * @module
 */
import { join } from "node:path";
import { isLeftAlone } from "./left_alone.ts";
import { type Edit, type Mutant, mutantsOf } from "./mutant.ts";
import { removalEdits } from "./removal_operators.ts";
import { isSql, sqlEdits } from "./sql_operators.ts";
import { executedNodes, parseModule } from "./syntax_tree.ts";
import { valueEdits } from "./value_operators.ts";

/** Lists the mutants of the files, in their order. */
export async function findMutants(
  dir: string,
  files: readonly string[],
): Promise<Mutant[]> {
  const found: Mutant[] = [];
  for (const file of files) {
    const text = await Deno.readTextFile(join(dir, file));
    const edits = file.endsWith(".sql")
      ? sqlEdits(text, 0, text.length)
      : await moduleEdits(text);
    found.push(...mutantsOf(file, text, edits));
  }
  return found;
}

/**
 * Tells whether a file of a system is mutated: what was generated for it, or is its owner's, and runs there. The kit and the
 * harness are the same in every system and tested with the generator; the client runs elsewhere.
 */
export function isMutated(path: string): boolean {
  if (NOT_MUTATED.some((folder) => path.startsWith(folder))) return false;
  return path.endsWith(".ts") || /^migrations\/.*\.sql$/.test(path);
}

/** Lists the edits of a module. */
export async function moduleEdits(source: string): Promise<Edit[]> {
  const root = await parseModule(source);
  const nodes = executedNodes(root, (placed) => !isLeftAlone(placed));
  return nodes.flatMap((placed) => {
    const { node } = placed;
    if (node.type === "TemplateLiteral") {
      const [start, end] = [node.start + 1, node.end - 1];
      if (isSql(source.slice(start, end))) return sqlEdits(source, start, end);
    }
    return [...valueEdits(placed, source), ...removalEdits(placed)];
  });
}

const NOT_MUTATED: readonly string[] = [
  "tests/",
  "kit/",
  "harness/",
  "client/",
  "deploy/",
  "docs/",
  ".autocoder/",
];
