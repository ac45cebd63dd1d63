/**
 * What the templates of tests of selecting reads are given.
 *
 * @module
 */
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** tests/contract/<entity>_selection_test.ts. */
export interface SelectionTestView {
  readonly labelPlural: Ts;
  readonly path: Name;
  /** The samples in use. */
  readonly imports: Ts;
  /** How entities can be read. */
  readonly reads: Ts;
  /** What of its fields is tried, where somebody may read all. */
  readonly fields?: {
    readonly make: Ts;
    readonly names: Ts;
    readonly hidden?: Ts;
    /** How somebody may read them. */
    readonly reads: Ts;
  };
  /** Whoever asks, in a system with users, and how they are made. */
  readonly askers?: readonly { readonly title: Ts; readonly find: Ts }[];
  /** How a user is made whom entities belong to; empty where nobody asks as a user. */
  readonly makeUser: Ts;
  readonly includes: readonly {
    readonly name: Name;
    readonly subject: Ts;
    /** The entity that is read. */
    readonly make: Ts;
    /** What belongs to it. */
    readonly others: readonly Ts[];
    /** What must come of it, or that for each who asks. */
    readonly answers: Ts;
  }[];
  /** How it is tried that the cost of includes does not grow. */
  readonly cost?: {
    /** Makes whoever asks. */
    readonly asker?: Ts;
    /** Whether what is made belongs to them. */
    readonly owned: boolean;
    readonly names: Ts;
    readonly make: Ts;
    readonly others: readonly Ts[];
  };
}
