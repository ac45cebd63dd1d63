/**
 * What templates know about the files of entities.
 *
 * @module
 */
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** The contract test of an entity's files. */
export interface FilesTestView {
  /** With its article: `a task`, `an order`. */
  readonly one: Ts;
  readonly path: Ts;
  readonly makeName: Name;
  /** Whether the system has users. */
  readonly users: boolean;
  readonly gateway: Name;
  readonly softDelete: boolean;
  readonly files: readonly { readonly name: Name; readonly rule: Ts }[];
}
