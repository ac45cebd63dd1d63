/**
 * What templates know about the files of entities.
 *
 * @module
 */
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** tests/contract/<resource>_files_test.ts, in an API of its own shape. */
export interface ResourceFilesTestView {
  readonly one: Ts;
  /** The constant of the resource's subject, and the file that it is in. */
  readonly constant: Name;
  readonly file: Name;
  readonly softDelete: boolean;
  readonly files: readonly { readonly name: Ts; readonly rule: Ts }[];
}

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
