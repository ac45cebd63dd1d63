/**
 * The user's code that a finding is in: a file, or a piece of the blueprint.
 *
 * @module
 */
import type { SourcePlace } from "../../generator/blueprint/diagnostic_list.ts";
import {
  readFlowText,
  writeFlowPart,
} from "../../generator/blueprint/flow_text.ts";
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
  /** The file of the output that it becomes, from which it sees others. */
  readonly output: string;
  /** Where the finding is in the module. */
  readonly offset: number;
  /** Leads from a place in the module to the one in the file; undefined for what is not written there. */
  toFile(offset: number): number | undefined;
  /** Writes some code as the file has to have it; undefined where it cannot hold it. */
  toText(code: string): string | undefined;
}

/** Finds the user's code that a finding is in; undefined where it is in none, or nobody knows exactly where. */
export async function regionOf(
  { place }: Finding,
  system: SickSystem,
): Promise<CodeRegion | undefined> {
  const { written, generated } = placeIn(place);
  if (written) {
    return inBlueprint({ ...written, output: generated?.path ?? "" }, system);
  }
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
    output: path,
    offset,
    toFile: (offset) => offset,
    toText: (code) => code,
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

/** A place in the blueprint, and the file that its code becomes. */
interface WrittenPlace {
  readonly line: number;
  readonly column: number;
  readonly output: string;
}

/** Code is only where the blueprint has it line by line, or on one; elsewhere places are not exact. */
function inBlueprint(
  at: WrittenPlace,
  { model, blueprintText }: SickSystem,
): CodeRegion | undefined {
  const { line, column, output } = at;
  const { positions } = parseBlueprint(blueprintText);
  const parts = logicSources(model).flatMap(({ parts }) => parts);
  for (const { logic } of parts) {
    const place = positions.get(`${logic.path}.run`);
    const flow = inFlow(at, place, blueprintText);
    if (flow) return flow;
    const block = place?.block;
    if (!block || logic.run === undefined) continue;
    const lines = logic.run.replace(/\n$/, "").split("\n");
    const index = line - block.line;
    if (index < 0 || index >= lines.length || column < block.column) continue;
    const code = lines.join("\n");
    const inCode = offsetOf(code, index + 1, column - block.column + 1);
    if (inCode === undefined) continue;
    return {
      path: "blueprint.yaml",
      file: blueprintText,
      module: `${HEAD}${code}\n}\n`,
      isModule: false,
      output,
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
      // Lines of a block are indented; none of the repairs makes one.
      toText: (code) => code.includes("\n") ? undefined : code,
    };
  }
}

/** Code on one line, bare or in quotes: each of its characters has its place, and what is added is written as the rest is. */
function inFlow(
  { line, column, output }: WrittenPlace,
  place: SourcePlace | undefined,
  file: string,
): CodeRegion | undefined {
  const { value, flow } = place ?? {};
  const read = flow === undefined ? undefined : readFlowText(flow);
  const start = value && offsetOf(file, value.line, value.column);
  if (!read || !value || start === undefined || value.line !== line) {
    return undefined;
  }
  const inCode = read.offsets.indexOf(column - value.column);
  if (inCode < 0) return undefined;
  return {
    path: "blueprint.yaml",
    file,
    module: `${HEAD}${read.value}\n}\n`,
    isModule: false,
    output,
    offset: HEAD.length + inCode,
    toFile: (offset) => {
      const at = read.offsets[offset - HEAD.length];
      return at === undefined ? undefined : start + at;
    },
    toText: (code) => writeFlowPart(code, flow ?? ""),
  };
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
