/**
 * What the templates of tests are given of what only some resources have.
 *
 * @module
 */
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** tests/contract/aggregates/<resource>_aggregates_test.ts. */
export interface ResourceAggregatesTestView {
  readonly labelPlural: Ts;
  /** The subject of the resource's tests, and the name of its file. */
  readonly subject: Name;
  readonly file: Name;
  /** What describes the aggregates, what is imported of it, and the file of that. */
  readonly specs: Ts;
  readonly constant: Name;
  readonly model: Name;
  /** What entities have instead of the samples' values, in turn. */
  readonly values: Ts;
}

/** tests/contract/bulk/<resource>_bulk_test.ts. */
export interface ResourceBulkTestView {
  readonly labelPlural: Ts;
  /** The subject of the resource's tests, and the name of its file. */
  readonly subject: Name;
  readonly file: Name;
  /** What is tried. */
  readonly options: Ts;
}

/** tests/contract/live/<resource>_live_test.ts. */
export interface ResourceLiveTestView {
  readonly labelPlural: Ts;
  /** The subject of the resource's tests, and the name of its file. */
  readonly subject: Name;
  readonly file: Name;
  /** Who listens, and what is tried. */
  readonly options: Ts;
}
