/**
 * A row of the checklist.
 *
 * @module
 */

/** One promise. */
export interface ChecklistRow {
  /** The area, which is the log's folder. */
  readonly area:
    | "generation"
    | "harness"
    | "api"
    | "deep"
    | "production"
    | "codegen";
  /** What is promised. */
  readonly criterion: string;
  /** The command that shows it, run in the repository's root; exit code 0 is "passed". */
  readonly command: string;
  /** The log's file name. */
  readonly log: string;
  /** The environment variable without which it cannot run here. */
  readonly needs?: string;
}

/** Makes a row. */
export function row(
  area: ChecklistRow["area"],
  criterion: string,
  command: string,
  log: string,
  needs?: string,
): ChecklistRow {
  return {
    area,
    criterion,
    command,
    log,
    ...(needs === undefined ? {} : { needs }),
  };
}
