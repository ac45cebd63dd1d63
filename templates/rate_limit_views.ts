/**
 * What the template of the test of the limit of requests is given.
 *
 * @module
 */
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** tests/contract/http/rate_limit_test.ts. */
export interface RateLimitTestView {
  /** The settings before those of limits. */
  readonly before: Ts;
  /** What is imported of the test system. */
  readonly imports: Ts;
  readonly gateway: Name;
  /** The word before a token. */
  readonly scheme: Name;
  /** What makes a user, in a system with users. */
  readonly makeUser?: Name;
}
