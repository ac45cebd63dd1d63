/**
 * Where a place in a piece of code stands in the blueprint that holds it.
 *
 * @module
 */
import type { SourcePosition } from "../diagnostic.ts";
import type { SourcePlace } from "./diagnostic_list.ts";

/**
 * Finds the place: exact in a literal block (`|`), each line of which is one of the code's; in a folded or quoted text
 * lines are not what they were, so that its key has to do.
 */
export function codePlace(
  place: SourcePlace | undefined,
  { line, column, length }: SourcePosition,
): SourcePosition | undefined {
  const { block, key } = place ?? {};
  return block
    ? {
      line: block.line + line - 1,
      column: block.column + column - 1,
      ...(length === undefined ? {} : { length }),
    }
    : key;
}
