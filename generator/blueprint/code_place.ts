/**
 * Where a place in a piece of code stands in the blueprint that holds it.
 *
 * @module
 */
import type { SourcePosition } from "../diagnostic.ts";
import type { SourcePlace } from "./diagnostic_list.ts";
import { readFlowText } from "./flow_text.ts";

/**
 * Finds the place: exact in a literal block (`|`), each line of which is one of the code's, and in a text on one line; in a
 * folded one, or one in quotes over several, lines are not what they were, so that its key has to do.
 */
export function codePlace(
  place: SourcePlace | undefined,
  { line, column, length }: SourcePosition,
): SourcePosition | undefined {
  const { block, key, value, flow } = place ?? {};
  const inFlow = value && flow !== undefined
    ? flowColumn(flow, line, column)
    : undefined;
  if (value && inFlow !== undefined) {
    return {
      line: value.line,
      column: value.column + inFlow,
      ...(length === undefined ? {} : { length }),
    };
  }
  return block
    ? {
      line: block.line + line - 1,
      column: block.column + column - 1,
      ...(length === undefined ? {} : { length }),
    }
    : key;
}

/** Where a place of the code stands in what is written on one line, from 0. */
function flowColumn(
  written: string,
  line: number,
  column: number,
): number | undefined {
  const flow = readFlowText(written);
  if (!flow) return undefined;
  const lines = flow.value.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  const isInside = column - 1 <= (lines[line - 1]?.length ?? -1);
  return isInside ? flow.offsets[start + column - 1] : undefined;
}
