/**
 * What the templates of live updates are given.
 *
 * @module
 */
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** The component that tells of changes, and its unit test. */
export interface LiveFeedView {
  readonly description: Ts;
  readonly entities: readonly {
    readonly constant: Name;
    readonly file: Name;
  }[];
  readonly constants: Ts;
  /** The one that its unit test is about. */
  readonly first: Name;
}

/** tests/contract/live/<entity>_live_test.ts. */
export interface LiveTestView {
  readonly labelPlural: Ts;
  readonly constant: Name;
  readonly file: Name;
  readonly nameLiteral: Ts;
  readonly imports: Ts;
  /** Makes one. */
  readonly make: Ts;
  readonly controller: Name;
  readonly handler: Name;
  /** The endpoint. */
  readonly gateway: Name;
  /** What it takes to be somebody, in a system with users. */
  readonly users?: {
    readonly makeUser: Name;
    /** Who tries, and what must come of it. */
    readonly trials: readonly {
      readonly title: Ts;
      readonly actor: Ts;
      readonly answer: Ts;
      /** What one is that not everybody sees. */
      readonly state?: Ts;
    }[];
  };
}
