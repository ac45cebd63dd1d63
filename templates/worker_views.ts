/**
 * What the templates of a system with several workers are given.
 *
 * @module
 */
import type { Safe } from "./safe_text.ts";

/** worker.ts. */
export interface WorkerView {
  /** The arguments of `buildSystem()` between the log and the seat. */
  readonly before: Safe<"ts">;
}

/** The test of the workers. */
export interface WorkersTestView {
  /** Whether it keeps files. */
  readonly files: boolean;
  /** Whether anything is done by itself. */
  readonly schedule: boolean;
}
