/**
 * What the template of the tests of caches is given.
 *
 * @module
 */
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** tests/contract/cache/<entity>_test.ts. */
export interface CacheTestView {
  readonly labelPlural: Ts;
  readonly constant: Name;
  readonly file: Name;
  readonly imports: Ts;
  readonly make: Name;
  readonly controller: Ts;
  readonly writes: readonly {
    readonly title: Ts;
    /** How it is made first, where it matters. */
    readonly make?: Ts;
    readonly run: Ts;
  }[];
}
