/**
 * Reads the place of a finding: a file with line and column, beside the line of the blueprint where that is known.
 *
 * @module
 */

/** A place in a file of a system. */
export interface TextPlace {
  readonly path: string;
  /** From 1; missing where the finding is about the whole file. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
}

/** What a place names. */
export interface FoundPlace {
  /** The line of the blueprint, as `blueprint.yaml:12:5 (logic/task_logic.ts:9:3)` says it. */
  readonly written?: { readonly line: number; readonly column: number };
  /** The file of the output. */
  readonly generated?: TextPlace;
}

/** Reads a place; one that is no file's, such as an endpoint, names nothing here. */
export function placeIn(place: string): FoundPlace {
  const written = /^blueprint\.yaml:(\d+):(\d+)(?: \((.*)\))?$/.exec(place);
  if (written) {
    const [, line, column, other] = written;
    return {
      written: { line: Number(line), column: Number(column) },
      ...(other === undefined ? {} : placeIn(other)),
    };
  }
  const file =
    /^((?:[\w.-]+\/)*[\w.-]+\.\w+|deploy\/\w+)(?::(\d+))?(?::(\d+))?(?:$|: )/
      .exec(place);
  if (!file) return {};
  const [, path = "", line, column] = file;
  return {
    generated: {
      path,
      ...(line === undefined ? {} : { line: Number(line) }),
      ...(column === undefined ? {} : { column: Number(column) }),
    },
  };
}
