/**
 * The user's code that a finding is in: a file, or a piece of the blueprint.
 *
 * @module
 */
import { parseBlueprint } from "../../generator/blueprint/parse.ts";
import { logicSources } from "../../generator/output/logic_source.ts";
import { placeIn } from "../origin/text_place.ts";
import type { Finding } from "../report.ts";
import type { SickSystem } from "./healer.ts";

/** Some code, and where it is written. */
export interface CodeRegion {
  /** The file that it is written in. */
  readonly path: string;
  /** The whole text of that file. */
  readonly file: string;
  /** The code as a module that can be parsed. */
  readonly module: string;
  /** Whether it is a module of its own, and may import. */
  readonly isModule: boolean;
  /** Where the finding is in the module. */
  readonly offset: number;
  /** Leads from a place in the module to the one in the file; undefined for what is not written there. */
  toFile(offset: number): number | undefined;
}

/** Finds the user's code that a finding is in; undefined where it is in none, or nobody knows exactly where. */
export async function regionOf(
  { place }: Finding,
  system: SickSystem,
): Promise<CodeRegion | undefined> {
  const { written, generated } = placeIn(place);
  if (written) return inBlueprint(written, system);
  if (generated?.line === undefined || generated.column === undefined) {
    return undefined;
  }
  const { path, line, column } = generated;
  if (!await isUsersCode(path, system)) return undefined;
  const file = await system.read(path);
  const offset = file === undefined ? undefined : offsetOf(file, line, column);
  if (file === undefined || offset === undefined) return undefined;
  return {
    path,
    file,
    module: file,
    isModule: true,
    offset,
    toFile: (offset) => offset,
  };
}

/** Whether somebody wrote a file: it is theirs, or a generated one that they have changed. */
export async function isUsersCode(
  path: string,
  system: SickSystem,
): Promise<boolean> {
  if (!path.endsWith(".ts")) return false;
  const ownership = system.entries.get(path)?.ownership;
  return ownership === "yours" ||
    ownership === "generated" && await system.isEdited(path);
}

/** Code is only where the blueprint has it line by line; elsewhere places are not exact. */
function inBlueprint(
  { line, column }: { readonly line: number; readonly column: number },
  { model, blueprintText }: SickSystem,
): CodeRegion | undefined {
  const { positions } = parseBlueprint(blueprintText);
  const parts = logicSources(model).flatMap(({ parts }) => parts);
  for (const { logic } of parts) {
    const block = positions.get(`${logic.path}.run`)?.block;
    if (!block || logic.run === undefined) continue;
    const lines = logic.run.replace(/\n$/, "").split("\n");
    const at = line - block.line;
    if (at < 0 || at >= lines.length || column < block.column) continue;
    const code = lines.join("\n");
    const inCode = offsetOf(code, at + 1, column - block.column + 1);
    if (inCode === undefined) continue;
    return {
      path: "blueprint.yaml",
      file: blueprintText,
      module: `${HEAD}${code}\n}\n`,
      isModule: false,
      offset: HEAD.length + inCode,
      toFile: (offset) => {
        const before = code.slice(0, Math.max(offset - HEAD.length, 0));
        const [row, last] = [before.split("\n").length, before.split("\n")];
        return offset < HEAD.length ? undefined : offsetOf(
          blueprintText,
          block.line + row - 1,
          block.column + (last.at(-1) ?? "").length,
        );
      },
    };
  }
}

/** The offset of a line and a column, both from 1. */
function offsetOf(
  text: string,
  line: number,
  column: number,
): number | undefined {
  const lines = text.split("\n");
  const found = lines[line - 1];
  if (found === undefined || column - 1 > found.length) return undefined;
  const before = lines.slice(0, line - 1).join("\n").length;
  return before + (line > 1 ? 1 : 0) + column - 1;
}

const HEAD = "async function code() {\n";
