/**
 * The parts of a place such as `logic/order_logic.ts:12:3`.
 *
 * @module
 */

/** Gives the file and the line, from 1, of a place; line 1 where it names none. */
export function fileOfPlace(
  place: string,
): { readonly file: string; readonly line: number } {
  const [, file = place, line = "1"] = /^(.*?):(\d+)(?::\d+)?$/.exec(place) ??
    [];
  return { file, line: Number(line) };
}
