/**
 * The exit codes of the program.
 *
 * @module
 */

/** What a pipeline can rely on. */
export const EXIT = {
  /** Done. */
  done: 0,
  /** There are findings: a bad blueprint, nothing understood, a failed tier. */
  findings: 1,
  /** It could not run: usage, a target in use, a missing tool, disk, a check that could not run. */
  couldNotRun: 2,
  /** Interrupted by Ctrl-C. */
  interrupted: 130,
} as const;

/** One of the exit codes. */
export type ExitCode = typeof EXIT[keyof typeof EXIT];

/** Ends a command with a message for the user and an exit code. */
export class CommandFailure extends Error {
  /** The name of the error. */
  override readonly name = "CommandFailure";
  /** The exit code. */
  readonly code: ExitCode;

  /** Takes the whole message, as it is shown. */
  constructor(message: string, code: ExitCode, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
