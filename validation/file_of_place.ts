/**
 * The parts of a place such as `logic/order_logic.ts:12:3`.
 *
 * @module
 */

/** Gives the file, the line and the column, from 1, of a place; what it does not name is 1. */
export function fileOfPlace(
  place: string,
): { readonly file: string; readonly line: number; readonly column: number } {
  const [, file = place, line = "1", column = "1"] =
    /^(.*?):(\d+)(?::(\d+))?$/.exec(place) ?? [];
  return { file, line: Number(line), column: Number(column) };
}
